const secondMs = 1_000
const minuteMs = 60_000
const hourMs = 3_600_000

/** Every span the engine knows, in ms. t0 is the first confirm. */
export const timers = {
  /** From the lock to the payment's deadline; the cloud names no expiry, ten minutes are usual. */
  holdMs: 8 * minuteMs,
  /** A payment ends this long before the show stops selling, so that the confirm still gets through. */
  saleMarginMs: 2 * minuteMs,
  /** A hold with less time than this to pay is not begun. */
  payableAtLeastMs: 30 * secondMs,
  /** Goods alone ought to be handed out by then: what has no show has this instead of a film's start. */
  goodsDueMs: 30 * minuteMs,
  /** By then a lock that nobody can look up has run out (T9). */
  lockLifeMaxMs: 16 * minuteMs,
  /** An order whose lock was not sent by then is given up: nobody waits for it any more. */
  draftLifeMs: 30 * secondMs,

  releaseTriesMax: 6,
  releaseBackOffMs: 20 * secondMs,

  createBackOffMs: 3 * secondMs,
  /** After so many tries without a QR the payment is closed, and the guest may begin a new one. */
  createTriesMax: 3,
  /** While a guest stands at the screen, then for one who takes time. */
  paymentPollMs: 2 * secondMs,
  paymentPollSlowMs: 5 * secondMs,
  paymentPollSlowAfterMs: 3 * minuteMs,
  closeBackOffMs: 3 * secondMs,
  closeBackOffMaxMs: 5 * minuteMs,
  /** A payment unproven for so long after its deadline is shown to a person. */
  unprovenMs: 10 * minuteMs,
  /** After its own expiry and this, a payment that the provider never saw counts as dead. */
  neverCreatedMs: 2 * minuteMs,

  /** Section 10: confirms at minutes 0 to 12. */
  confirmEveryMs: minuteMs,
  confirmTriesMax: 13,
  /** A call without an answer by then is unknown. */
  answerMaxMs: 50 * secondMs,
  /** Section 10: the first reversal at minute 13, and never sooner than a minute after the last confirm. */
  reverseFromMs: 13 * minuteMs,
  reverseSlotsMs: [13, 14, 15, 16].map(minute => minute * minuteMs),
  reverseEveryMs: 30 * minuteMs,
  /** While tickets are said to exist although a reversal is out (T1). */
  reverseAgainMs: minuteMs,
  /** 5.3.2: the order is queried no sooner than this after a call. */
  queryAfterMs: minuteMs,
  /** When nothing but asking is left. */
  queryEveryMs: 5 * minuteMs,
  /** While unsettled, the money goes back at the latest this long after t0. */
  unsettledMaxMs: 2 * hourMs,
  /** Watching ends this long after the show began. */
  watchAfterShowMs: 26 * hourMs,
  /** After a decision to refund, the cloud is asked again at these times. */
  watchAgainMs: [5 * minuteMs, hourMs, 24 * hourMs],

  /** A return without a clear answer is sent again each minute, so often; then it is only asked about. */
  returnTriesMax: 12,
  /** After so many attempts that never reached the cloud the guest keeps the tickets. */
  returnNotProcessedMax: 5,
  /** A return that is open for so long is shown to a person. */
  returnUnclearMs: 15 * minuteMs,

  notFound: { times: 3, spanMs: 120 * secondMs, afterConfirmMs: 120 * secondMs, afterFirstMs: 12 * minuteMs },

  /** Refund polls: each minute five times, then ever slower. */
  refundPollsMs: [1, 1, 1, 1, 1, 5, 10, 20, 30].map(minute => minute * minuteMs),
} as const
