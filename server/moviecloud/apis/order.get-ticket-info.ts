import { declare } from '../declare.ts'
import { beijingTime, fen, flag, list, record, text } from '../fields.ts'
import { parameters, required } from '../params.ts'

/** 5.8 What is to be printed for a pickup number. */
export const getTicketInfo = declare({
  name: 'order.getTicketInfo',
  section: '5.8',
  kind: 'settle',
  timeoutMs: 20_000,
  answer: 'object',
  params: parameters({ cinemaLinkId: required, confirmationId: required }),
  result: record({
    printId: text,
    bookingId: text.optional(),
    confirmationId: text.optional(),
    showDateTime: beijingTime.optional(),
    cinemaName: text.optional(),
    hallId: text.optional(),
    hallName: text.optional(),
    filmCode: text.optional(),
    shortName: text.optional(),
    channelCode: text.optional(),
    channelName: text.optional(),
    createDateTime: beijingTime.optional(),
    tickets: list(
      record({
        ticketNo: text.optional(),
        sectionId: text.optional(),
        sectionName: text.optional(),
        rowId: text.optional(),
        columnId: text.optional(),
        infoCode: text.optional(),
        ticketPriceFen: fen.optional(),
        ticketFeeFen: fen.optional(),
        serviceFeeFen: fen.optional(),
        printStatus: flag.optional(),
        refundStatus: flag.optional(),
      }),
    ),
  }),
})
