import { hasTickets } from '../cloud/orders.ts'
import { BizRefusal } from '../protocol/refusal.ts'
import type { Api } from './api.ts'
import { text } from './arguments.ts'
import { beijingTime } from './formats.ts'
import { cinemaOf, isOwn } from './lookups.ts'
import { orderInHall, ticketState } from './order-tickets.ts'

/** 5.8 What stands on the tickets of a pickup number; of the caller's own orders, once there are tickets. */
export const getTicketInfo: Api = {
  name: 'ykse.partner.order.getTicketInfo',
  handle(call) {
    const { args, cloud, channel, now } = call
    const cinema = cinemaOf(call)
    const order = cloud.orders.byConfirmation(cinema.cinemaLinkId, text(args, 'confirmationId'))
    if (!order || !isOwn(call, cinema, order) || !hasTickets(order, now))
      throw new BizRefusal('CONFIRMATIONID_WRONG')
    const { show, hall, plan, tickets } = orderInHall(cloud, cinema, order)
    const sectionNames = new Map(plan.sections.map(section => [section.sectionId, section.name]))
    return {
      data: {
        // The cinema prints an order as a whole; in the examples its print number is the booking's.
        printId: order.bookingId,
        bookingId: order.bookingId,
        confirmationId: order.confirmationId,
        showDateTime: beijingTime(show.startsAt),
        cinemaName: cinema.name,
        hallId: hall.hallId,
        hallName: hall.name,
        filmCode: show.filmCode,
        shortName: show.shortName,
        channelCode: channel.channelCode,
        channelName: channel.name,
        createDateTime: beijingTime(order.confirmedAt),
        tickets: tickets.map(({ ticket, seat }) => ({
          ticketNo: ticket.ticketNo,
          sectionId: seat.sectionId,
          sectionName: sectionNames.get(seat.sectionId),
          rowId: seat.rowId,
          columnId: seat.columnId,
          infoCode: cloud.numbers.qrContent(ticket.ticketNo),
          ...ticketState(order, ticket, now),
        })),
      },
    }
  },
}
