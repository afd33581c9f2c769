import { defineMessages } from '#src/i18n/messages.ts'

/** What is said of one seat, and of the hall before one is chosen. Names and prices come in as words. */
export const detailMessages = defineMessages(
  {
    seatCard: '座位详情',
    hallCard: '影厅',
    fee: (fee: string) => `含服务费${fee}`,
    view: (seat: string) => `从${seat}看银幕`,
    across: (degrees: number) => `银幕视角${degrees}°`,
    centre: '正对银幕',
    slightlyLeft: '略偏左',
    slightlyRight: '略偏右',
    farLeft: '偏左',
    farRight: '偏右',
    seats: (count: number) => `共${count}座`,
    left: (count: number) => `余${count}座`,
  },
  {
    seatCard: 'This seat',
    hallCard: 'The hall',
    fee: fee => `with ${fee} fee`,
    view: seat => `The screen from ${seat}`,
    across: degrees => `screen ${degrees}° wide`,
    centre: 'facing the screen',
    slightlyLeft: 'a little to the left',
    slightlyRight: 'a little to the right',
    farLeft: 'on the left',
    farRight: 'on the right',
    seats: count => (count === 1 ? '1 seat' : `${count} seats`),
    left: count => `${count} left`,
  },
)
