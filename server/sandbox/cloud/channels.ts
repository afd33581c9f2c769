import { addDays, type LocalDate } from '#contract/time.ts'
import type { ApiName } from '../protocol/api-names.ts'

/** A partner who may call: the account, its secret and what its tickets are sold under. */
export interface Channel {
  channelCode: string
  secret: string
  /** Encrypts card passwords (specification 3). */
  cardKey: string
  name: string
  /** What it may do less than others; absent: everything, everywhere. */
  limits?: ChannelLimits
}

/** Whatever is absent is not limited. */
export interface ChannelLimits {
  /** The interfaces that the platform has opened to it. */
  apis?: readonly ApiName[]
  /** The cinemas that it is bound to. */
  cinemaLinkIds?: readonly string[]
  /** It sells nothing but tickets. */
  ticketsOnly?: true
  /** How many business days ahead it sells, today included. */
  bookingDays?: number
  /** What single cinemas keep from it, by cinemaLinkId. */
  at?: Readonly<Record<string, CinemaLimits>>
}

export interface CinemaLimits {
  /** The halls that the cinema has opened to it. */
  hallIds?: readonly string[]
  /** The interfaces that the cinema has not granted it (5.13.2, note 3, says so of the reversals). */
  notGranted?: readonly ApiName[]
}

export const mayCall = ({ limits }: Channel, api: ApiName): boolean => limits?.apis?.includes(api) ?? true

export const isBoundTo = ({ limits }: Channel, cinemaLinkId: string): boolean =>
  limits?.cinemaLinkIds?.includes(cinemaLinkId) ?? true

export const isGrantedAt = ({ limits }: Channel, cinemaLinkId: string, api: ApiName): boolean =>
  !limits?.at?.[cinemaLinkId]?.notGranted?.includes(api)

export const seesHall = ({ limits }: Channel, cinemaLinkId: string, hallId: string): boolean =>
  limits?.at?.[cinemaLinkId]?.hallIds?.includes(hallId) ?? true

/** Whether the show lies further ahead than the channel may sell. */
export const isBeyond = ({ limits }: Channel, { day }: { day: LocalDate }, today: LocalDate): boolean =>
  limits?.bookingDays !== undefined && day > addDays(today, limits.bookingDays - 1)
