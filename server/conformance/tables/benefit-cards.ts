import { day, mobile, money, time, words } from './forms.ts'
import { array, data, dataList, type Field, field, optional, table } from './notation.ts'

const benefitCardNumber = field('benefitCardNumber', 'String')
const benefitCardOrderId = field('benefitCardOrderId', 'String')
/** Without the lower limit of member cards (8.3.3). */
const outTradeNo = field('outTradeNo', 'String', { length: [1, 32] })
const benefitPolicyCode = field('benefitPolicyCode', 'String', { alsoNamed: ['benefitPolicyId'] })
const benefitPolicyName = field('benefitPolicyName', 'String')

/** Each is empty where the policy has no such limit. */
const limits: readonly Field[] = [
  optional('dailyDiscountTickets', 'Integer'),
  optional('eachShowDiscountTickets', 'Integer'),
  optional('totalDiscountTickets', 'Integer'),
]
/** The last two were not told at registration when they are empty. */
const holder: readonly Field[] = [
  field('mobile', 'String', { form: mobile }),
  optional('cardUserName', 'String'),
  optional('idcard', 'String', { alsoNamed: ['idCard'] }),
]
const cardStatus = field('cardStatus', 'String', { form: words(['N', 'T', 'S']) })

export const getPolicyList = table(
  '8.2',
  'ykse.partner.benefitCard.getPolicyList',
  [],
  dataList([
    benefitPolicyCode,
    benefitPolicyName,
    field('policyDescription', 'String', { mayBeEmpty: true }),
    ...limits,
    field('registerAmount', 'String', { form: money }),
    field('validDays', 'Integer'),
    field('policyStatus', 'String', { form: words(['enable', 'disable']) }),
    // The three of a renewal, empty where the policy knows none; the last one also where tickets are not counted.
    optional('renewAmount', 'String', { form: money }),
    optional('addValidDays', 'Integer'),
    optional('renewDiscountTickets', 'Integer'),
    field('cinemas', array([field('cinemaLinkId', 'String')])),
  ]),
)

export const registerBenefitCard = table(
  '8.3',
  'ykse.partner.benefitCard.registerBenefitCard',
  [
    field('benefitPolicyId', 'String', { alsoNamed: ['benefitPolicyCode'] }),
    outTradeNo,
    field('mobile', 'String', { form: mobile }),
    field('registerAmount', 'String', { form: money }),
    optional('cardUserName', 'String', { length: [1, 20] }),
    optional('idcard', 'String', { length: [18, 18] }),
  ],
  data([
    outTradeNo,
    benefitCardOrderId,
    benefitCardNumber,
    field('startDate', 'String', { form: day }),
    field('endDate', 'String', { form: day }),
    ...holder,
    benefitPolicyCode,
    benefitPolicyName,
    cardStatus,
    ...limits,
  ]),
)

export const renewBenefitCard = table(
  '8.4',
  'ykse.partner.benefitCard.renewBenefitCard',
  [
    benefitCardNumber,
    outTradeNo,
    field('mobile', 'String', { form: mobile }),
    field('renewAmount', 'String', { form: money }),
  ],
  data([
    outTradeNo,
    benefitCardOrderId,
    field('endDate', 'String', { form: day }),
    // The four are empty where the policy does not count tickets.
    optional('totalDiscountTickets', 'Integer'),
    optional('renewDiscountTickets', 'Integer'),
    optional('oldAvailableDiscountTickets', 'Integer'),
    optional('availableDiscountTickets', 'Integer'),
    field('renewDate', 'String', { form: day }),
  ]),
)

export const getBenefitCardDetail = table(
  '8.5',
  'ykse.partner.benefitCard.getCardDetail',
  [benefitCardNumber],
  data([
    benefitCardNumber,
    ...holder,
    benefitPolicyCode,
    { ...benefitPolicyName, lackedByExample: true },
    cardStatus,
    field('endDate', 'String', { form: day }),
    field('registerDate', 'String', { form: day }),
    ...limits,
    optional('availableDiscountTickets', 'Integer'),
    optional('availableDailyDiscountTickets', 'Integer'),
  ]),
)

export const getBenefitCardOrderDetail = table(
  '8.6',
  'ykse.partner.benefitCard.getCardOrderDetail',
  [optional('benefitCardOrderId', 'String'), optional('outTradeNo', 'String', { length: [1, 32] })],
  data([
    benefitCardOrderId,
    outTradeNo,
    // A registration that waits or failed has no card.
    { ...benefitCardNumber, required: false },
    field('orderStatus', 'String', { form: words(['wait', 'success', 'fail']) }),
    field('amount', 'String', { form: money }),
    field('orderType', 'String', { form: words(['register', 'renew', 'consume']) }),
    field('description', 'String', { mayBeEmpty: true, lackedByExample: true }),
    field('createDateTime', 'String', { form: time }),
  ]),
)
