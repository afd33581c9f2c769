// What the contestants use of packages that come without types, or name types that are not in them.

declare module '@alisaitteke/seatmap-canvas' {
  interface SeatOfMap {
    readonly id: number
    readonly x: number
    readonly y: number
    readonly title: string
    salable: boolean
  }
  interface DrawnSeat {
    readonly item: SeatOfMap
    isSelected(): boolean
    select(): DrawnSeat
    unSelect(): DrawnSeat
    updateColor(): DrawnSeat
  }
  export class SeatMapCanvas {
    constructor(selector: string, config: object)
    readonly data: {
      addBulkBlock(blocks: readonly object[]): void
      getSelectedSeats(): readonly SeatOfMap[]
    }
    readonly svg: {
      readonly stage: {
        readonly blocks: {
          getBlock(id: number): { readonly seats: { getSeatByIndex(index: number): DrawnSeat } } | null
        }
      }
    }
    readonly eventManager: { addEventListener(type: 'SEAT.CLICK', listener: (seat: DrawnSeat) => void): void }
  }
}

declare module 'react-seat-picker' {
  import type { ComponentType } from 'react'

  export interface PickedSeat {
    readonly row: string
    readonly number: number
    readonly id: number
  }
  interface SeatPickerProps {
    readonly rows: readonly (readonly ({ id: number; number: number; isReserved?: boolean } | null)[])[]
    readonly maxReservableSeats: number
    readonly visible: boolean
    readonly loading: boolean | 0
    readonly addSeatCallback: (
      seat: PickedSeat,
      add: (row: string, number: number, id: number) => void,
    ) => void
    readonly removeSeatCallback: (seat: PickedSeat, remove: (row: string, number: number) => void) => void
  }
  const SeatPicker: ComponentType<SeatPickerProps>
  export default SeatPicker
}
