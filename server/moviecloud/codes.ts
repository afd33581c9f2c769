import type { ErrorCode } from '#contract/errors.ts'
import type { Text } from '#contract/language.ts'
import { type Sentence, sentences } from './sentences.ts'

/**
 * What an answer with this code says of the attempt it answers:
 * `done`: it worked; `refused`: the cloud looked at it and said no; `not-processed`: it was turned away at the
 * door and did nothing; `unknown`: it may or may not have worked. Which refusals settle a paid order is a
 * stricter question, and the order engine's own.
 */
export type CodeClass = 'done' | 'refused' | 'not-processed' | 'unknown'

/** `system`: about the call as such, a retCode (9.1); `business`: about what it asked for, a bizCode (9.2). */
export type CodeLevel = 'system' | 'business'

export interface CloudCode {
  level: CodeLevel
  class: CodeClass
  /** What the specification says that it means; for our staff and callers of the API, never for a guest. */
  meaning: string
  /** What our API answers for it. */
  error: ErrorCode
  /** What the guest is told. */
  text: Text
}

type Row = readonly [code: string, meaning: string, error: ErrorCode, sentence: Sentence]

/** One table of the specification, or that part of it that is of one class. */
const classified = (table: string, kind: CodeClass, rows: readonly Row[]): [string, CloudCode][] =>
  rows.map(([code, meaning, error, sentence]) => [
    code,
    {
      level: table === '9.1' ? 'system' : 'business',
      class: kind,
      meaning,
      error,
      text: sentences[sentence],
    },
  ])

/** All codes of specification 9, and the three that only its change log names. */
export const cloudCodes: ReadonlyMap<string, CloudCode> = new Map([
  ...classified('9.1', 'done', [['0', 'success', 'internal', 'done']]),
  ...classified('9.1', 'not-processed', [
    ['20001', 'invalid authentication', 'selling-paused', 'paused'],
    ['30001', 'invalid api', 'internal', 'ourFault'],
    ['30002', 'invalid channelCode', 'internal', 'ourFault'],
    ['30003', 'invalid sign', 'internal', 'ourFault'],
    ['30004', 'time expired', 'internal', 'tryAgain'],
    ['30005', 'parameter can not be empty', 'internal', 'ourFault'],
    ['30006', 'invalid value', 'internal', 'ourFault'],
  ]),
  ...classified('9.1', 'unknown', [
    ['10001', 'system busy', 'cinema-unavailable', 'tryAgain'],
    ['40001', 'remote error', 'cinema-unavailable', 'tryAgain'],
    ['40002', 'remote timeout', 'cinema-unavailable', 'tryAgain'],
    ['40003', 'cinema inadequate processing capacity', 'cinema-unavailable', 'busy'],
  ]),
  ...classified('9.2.1', 'done', [['SUCCESS', '操作成功', 'internal', 'done']]),
  ...classified('9.2.1', 'unknown', [
    ['SYSTEM_ERROR', '系统异常', 'cinema-unavailable', 'tryAgain'],
    ['CONNECTION_ERROR', '请求超时', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_CONNECTION_ERROR', '请求本地系统超时', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_RETURN_IS_NULL', '影院返回空', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_EXECUTOR_ERROR', '影院系统执行错误', 'cinema-unavailable', 'tryAgain'],
    ['CINEMA_RATE_LIMIT_EXCEEDED', '影院业务处理能力达到上限', 'cinema-unavailable', 'busy'],
    ['UNKNOWN_ERROR', '未知异常', 'cinema-unavailable', 'tryAgain'],
    ['REQUEST_BUSY_ERROR', '系统繁忙，请稍后再试', 'cinema-unavailable', 'busy'],
  ]),
  ...classified('9.2.1', 'refused', [
    ['API_PERMISSION_ERROR', '无接口调用权限', 'selling-paused', 'paused'],
    ['HALL_RETURN_NULL', '影院影厅列表为空', 'cinema-unavailable', 'tryAgain'],
    ['FORMAT_ERROR', '参数格式错误', 'invalid-request', 'ourFault'],
    ['NULL_ARGUMENT', '参数为空', 'invalid-request', 'ourFault'],
    ['ILLEGAL_ARGUMENT', '参数不正确', 'invalid-request', 'ourFault'],
    ['DATA_NOT_EXIST', '数据不存在', 'not-found', 'orderGone'],
    ['RETURN_IS_NULL', '返回结果为空', 'not-found', 'orderGone'],
    ['CINEMA_INVALID', '影院不可用', 'selling-paused', 'paused'],
    ['CHANNEL_NOT_FOUND', '渠道不存在', 'selling-paused', 'paused'],
    ['CHANNEL_CINEMA_NOT_FOUND', '渠道没有绑定影院', 'selling-paused', 'paused'],
    ['ORDER_NOT_FOUND', '订单不存在', 'order-not-found', 'orderGone'],
    ['OVER_MAX_SCHEDULE_DAY', '超过可查询的最大天数', 'show-not-on-sale', 'tooEarly'],
    ['SEATID_ERROR', '座位ID格式错误', 'show-changed', 'seatWrong'],
    ['SEAT_INFO_NOT_NULL', '座位信息不允许为空', 'invalid-request', 'ourFault'],
    ['SEAT_INFO_ERROR', '座位信息错误', 'show-changed', 'seatWrong'],
    ['GOODS_INFO_NOT_NULL', '卖品信息不允许为空', 'invalid-request', 'ourFault'],
    ['GOODS_INFO_ERROR', '卖品信息错误', 'goods-not-available', 'goodsGone'],
    ['GOODS_QUERY_ERROR', '卖品查询异常', 'cinema-unavailable', 'tryAgain'],
    ['SEAT_NOT_FOUND', '座位信息不存在', 'show-changed', 'seatWrong'],
    ['CINEMA_CHANNEL_NOT_FOUND', '场次没有该渠道信息', 'show-not-on-sale', 'showClosed'],
    ['SCHEDULE_NOT_FOUND', '场次信息无效', 'show-not-found', 'showGone'],
    ['SCHEDULE_HAS_CHANGED', '场次信息已经变化', 'show-changed', 'showChanged'],
    ['REQUEST_PARAM_INCONFORMITY_ERROR', '相同请求的参数不一致', 'internal', 'ourFault'],
  ]),
  ...classified('9.2.2', 'refused', [
    ['SCHEDULE_OUT_DATE_ERROR', '场次禁售（开放售票日期未满足设定）', 'show-not-on-sale', 'tooEarly'],
    ['SCHEDULE_NOT_OPEN', '场次已禁售', 'show-not-on-sale', 'showClosed'],
    ['LOCK_SEAT_OUT_DATE', '锁座时间超出设定日期', 'show-not-on-sale', 'tooEarly'],
    ['LOCK_SEAT_ERROR', '座位无效或已被锁定', 'seats-taken', 'seatsTaken'],
    ['SHOW_REF_SEQ_NO_UNMATCH', '影院场次号不匹配', 'show-changed', 'showChanged'],
    ['LOCKSEAT_UNMATCH', '锁座记录不符', 'hold-expired', 'holdOver'],
    ['UN_LOCK_SEAT_UNSUCCESS', '解锁座位失败', 'cinema-unavailable', 'tryAgain'],
  ]),
  ...classified('9.2.3', 'refused', [
    ['OVER_BOOKING_DAY', '超过可订购的最大天数', 'show-not-on-sale', 'tooEarly'],
    ['OVER_MAX_TICKET', '超过每笔交易的最大订购票数', 'too-many-seats', 'tooMany'],
    ['SEAT_COUNT_ERROR', '座位数量不符', 'hold-expired', 'holdOver'],
    ['PAYMENT_AMOUNT_ERROR', '支付金额不正确', 'quote-changed', 'priceChanged'],
    ['LOW_THAN_LEAST_PRICE_ERROR', '影票价格低于最低票价', 'quote-changed', 'priceChanged'],
    ['LOW_THAN_SETTLE_PRICE_ERROR', '影票价格低于结算价', 'quote-changed', 'priceChanged'],
    ['TICKET_PRICE_ERROR', '影票价格不能为零', 'quote-changed', 'priceChanged'],
    ['TICKET_FEE_ERROR', '影票手续费错误', 'quote-changed', 'priceChanged'],
    ['CHANNEL_PRICE_ERROR', '影票价格与影院市场价不符', 'quote-changed', 'priceChanged'],
    ['TICKET_PRICE_VALID_ERROR', '影票价格校验错误', 'quote-changed', 'priceChanged'],
    [
      'AREA_SEAT_LOW_THAN_AREA_SETTLE_PRICE_ERROR',
      '分区座位价格低于分区结算价',
      'quote-changed',
      'priceChanged',
    ],
    ['AREA_SEAT_NOT_SUPPORT_BENEFIT', '分区定价座位不支持联名卡优惠', 'card-not-for-seats', 'benefitNotArea'],
    [
      'ORDER_SEAT_ERROR',
      '座位数量与订单数量不一致，可能是超过锁定座位时间，座位已自动释放',
      'hold-expired',
      'holdOver',
    ],
    ['NO_USB_ERROR', '影院没插加密狗不能销售', 'selling-paused', 'paused'],
    ['LOCK_SEAT_UNSUCCESS', '锁座不成功', 'seats-taken', 'seatsTaken'],
    ['ORDER_TICKET_TIME_END', '放映前售票时间结束', 'sales-ended', 'salesEnded'],
    ['ORDER_PROCESS_TIME_OUT', '影院订单执行超时，座位已自动释放', 'hold-expired', 'holdOver'],
    ['PAYMENT_METHOD_ERROR', '支付方式不正确', 'card-refused', 'payMethod'],
    [
      'TICKET_ORDER_CLOSE_ERROR',
      '影票类订单下单退单冲正单接口关闭，请联系影城管理人员',
      'selling-paused',
      'paused',
    ],
    [
      'GOODS_ORDER_CLOSE_ERROR',
      '卖品确认订单接口(退单冲正单)关闭，请联系影城管理人员',
      'selling-paused',
      'paused',
    ],
  ]),
  ...classified('9.2.3', 'unknown', [
    ['ORDER_PROCESSING', '订单正在处理中，请稍后重试', 'cinema-unavailable', 'processing'],
    ['SETTLEACCOUNT_PAY_FAIL', '储值账户支付失败', 'cinema-unavailable', 'processing'],
  ]),
  ...classified('9.2.4', 'refused', [
    ['REFUND_POLICY_NOT_FOUND', '退票政策不存在', 'cinema-refused', 'noRefund'],
    ['REFUND_POLICY_HAS_EXPIRE', '退票政策已过期', 'cinema-refused', 'noRefund'],
    ['CANCEL_ORDER_CONDITION_ERROR', '退票条件不符合', 'cinema-refused', 'noRefund'],
    ['CANCEL_TIME_ERROR', '退票时间错误', 'cinema-refused', 'refundLate'],
    ['TICKET_HAS_REFUND', '该订单已退票完毕，不能再退票', 'cinema-refused', 'refunded'],
    ['TICKET_HAS_PRINT', '该订单已打票完毕，不能再退票', 'cinema-refused', 'printed'],
    ['OVER_REFUND_UPPER_LIMIT', '超过退票次数上限', 'cinema-refused', 'refundLimit'],
    ['REFUND_TICKET_STATUS_INCORRECT', '非可退票状态', 'cinema-refused', 'noRefund'],
    ['REFUND_ORDER_TYPE_NOT_MATCH', '订单类型和实际订单类型无法匹配', 'internal', 'ourFault'],
  ]),
  ...classified('9.2.5', 'refused', [
    ['PRINT_TICKET_NOT_ALLOW', '影票已打印，无法重复打印', 'cinema-refused', 'printed'],
    ['CONFIRMATIONID_WRONG', '取票号错误', 'pickup-not-found', 'pickupWrong'],
  ]),
  ...classified('9.2.6', 'done', [['PRINT_TICKET_ALLOW', '影票可打印', 'internal', 'done']]),
  ...classified('9.2.7', 'refused', [
    ['GOODS_AMOUNT_ERROR', '卖品订单总价校验失败', 'quote-changed', 'goodsPrice'],
    ['GOODS_ORDER_FAILED', '卖品订单不成功', 'cinema-refused', 'goodsFailed'],
    ['GOODS_PRICE_ERROR', '卖品单价或购买数量为空', 'quote-changed', 'goodsPrice'],
    ['GOODS_PRICE_LESS', '卖品价钱小于销售价', 'quote-changed', 'goodsPrice'],
    ['GOODS_NOT_FOUND', '卖品不存在', 'goods-not-available', 'goodsGone'],
    ['CHANNEL_NOT_ALLOW_BUY', '该渠道不允许购买卖品', 'selling-paused', 'goodsFailed'],
    ['GOODS_FEE_ERROR', '卖品手续费小于0', 'quote-changed', 'goodsPrice'],
    ['GOODS_PACKAGE_EMPTY', '卖品套餐材料为空', 'goods-not-available', 'goodsGone'],
    [
      'GOODS_DISABLED_OR_END_SALE',
      '所购卖品中包含不可用卖品或已对渠道停售的卖品',
      'goods-not-available',
      'goodsGone',
    ],
  ]),
  ...classified('9.2.8', 'refused', [['GOODS_REFUND_FAILED', '退货失败', 'cinema-refused', 'staff']]),
  ...classified('9.2.9', 'refused', [
    ['TIME_CARD_CHARGE_ERROR', '次数卡的充值金额必须是最少充值金额的整数倍', 'card-refused', 'cardTopUpStep'],
    ['CARD_NOT_EXIST_ERROR', '会员卡不存在', 'card-not-found', 'cardUnknown'],
    ['CARD_PASSWORD_ERROR', '会员卡密码错误', 'card-password-wrong', 'cardPassword'],
    ['CARD_NOT_USE_ERROR', '会员卡不可用', 'card-not-usable', 'cardUnusable'],
    ['CARD_OLD_PASSWORD_ERROR', '旧密码错误', 'card-password-wrong', 'cardPassword'],
    ['CARD_TYPE_NOADD_ERROR', '卡类型不支持充值', 'card-refused', 'cardNoTopUp'],
    ['CARD_GRADE_NOT_EXIST_ERROR', '卡等级不存在', 'card-refused', 'cardSoldOut'],
    ['CARD_NO_PRECARD_ERROR', '该影城或等级没有在售会员卡', 'card-refused', 'cardSoldOut'],
    ['CARD_REGISTER_FEE_ERROR', '注册会员卡时，传入的工本费、会费不正确', 'quote-changed', 'cardFee'],
  ]),
  ...classified('9.2.10', 'refused', [
    ['REVERSE_ORDER_TYPE_UNMATCH', '订单类型不匹配', 'internal', 'ourFault'],
    ['REVERSE_TICKET_STATUS_INCORRECT', '非可冲正状态', 'cinema-refused', 'staff'],
    ['REVERSE_TICKET_FAILED', '冲正失败', 'cinema-unavailable', 'tryAgain'],
    ['REVERSE_TICKET_NO_TIME_YET', '当前订单还未到可冲正时间', 'cinema-refused', 'processing'],
  ]),
  ...classified('9.2.12', 'refused', [
    ['BCARD_NOT_EXIST', '联名卡不存在', 'card-not-found', 'cardUnknown'],
    ['BCARD_DISABLED', '联名卡已经被停用', 'card-not-usable', 'cardUnusable'],
    ['BCARD_EXPIRED', '此联名卡已过期', 'card-not-usable', 'benefitExpired'],
    ['BCARD_POLICY_NOT_EXIST', '联名卡政策不存在', 'card-refused', 'benefitGone'],
    ['BCARD_ORDER_NOT_EXIST', '联名卡订单不存在', 'order-not-found', 'orderGone'],
    ['BCARD_POLICY_EXPIRED', '此联名卡政策已经过期', 'card-refused', 'benefitGone'],
    ['BCARD_POLICY_DISABLED', '联名卡政策已经被停用', 'card-refused', 'benefitGone'],
    ['BCARD_MOBILE_INVALID', '手机号码格式不正确；手机号码跟卡号不匹配', 'card-refused', 'benefitMobile'],
    ['BCARD_MOBILE_EXIST', '手机号码已被占用', 'card-refused', 'benefitMobileTaken'],
    ['BCARD_REGISTER_FEE_INVALID', '注册联名卡费用不正确', 'quote-changed', 'cardFee'],
    ['BCARD_NOT_ALLOW_RENEW', '该卡不允许续费', 'card-refused', 'benefitNoRenew'],
    ['BCARD_RENEW_FEE_INVALID', '续费费用验证失败', 'quote-changed', 'cardFee'],
  ]),
  ...classified('9.2.13', 'refused', [
    [
      'BCARD_TICKET_COUNT_ZERO_ERROR',
      '订单申请权益票数必须大于0才能使用此权益',
      'card-not-for-show',
      'benefitNotHere',
    ],
    ['BCARD_TICKET_OVER_LIMIT', '订单申请权益票数已超过限制使用次数', 'benefit-used-up', 'benefitUsedUp'],
    ['BCARD_SCHEDULE_NOT_MATCH', '此卡权益优惠不适用于此场次', 'card-not-for-show', 'benefitNotHere'],
    [
      'BCARD_POLICY_NOT_APPROVED',
      '此政策未审核通过，不能进行联名卡下单操作',
      'card-not-usable',
      'cardUnusable',
    ],
  ]),
])

/** A code that no table names, or that stands where it does not belong, settles nothing. */
export function classOf(code: string, level: CodeLevel): CodeClass {
  const known = cloudCodes.get(code)
  return known?.level === level ? known.class : 'unknown'
}
