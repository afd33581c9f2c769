import { addDays, type LocalDate } from '#contract/time.ts'
import { type CardGrade, gradeOf } from '../world/card-grades.ts'
import { memberCards } from '../world/member-cards.ts'
import type { Db } from './database.ts'

/** A member card; money in fen, points in hundredths. */
export interface MemberCard {
  cardNumber: string
  /** The cinema that issued it. */
  cinemaLinkId: string
  gradeId: string
  password: string
  status: 'N' | 'R' | 'G' | 'C'
  balanceFen: number
  times: number
  /** Since it was registered. */
  pointsEver: number
  /** To trade for gifts. */
  pointsLeft: number
  registeredOn: LocalDate
  validUntil: LocalDate
  userName: string | null
  mobile: string
  idCard: string | null
  address: string | null
  birthdate: string | null
  email: string | null
  gender: string | null
}

/** Specification 7.7.4: N normal, R lost, G exchanged, C cancelled, T expired, U used up. */
export type CardState = MemberCard['status'] | 'T' | 'U'

/** How the card stands on a day. Only what cannot be filled up again is ever used up. */
export function cardStateOn(card: MemberCard, day: LocalDate): CardState {
  if (card.status !== 'N') return card.status
  if (card.validUntil < day) return 'T'
  return gradeOfCard(card).type === 'G' && card.balanceFen === 0 ? 'U' : 'N'
}

/** @throws Error when the grade is gone, which the sandbox never lets happen */
export function gradeOfCard({ cardNumber, cinemaLinkId, gradeId }: MemberCard): CardGrade {
  const grade = gradeOf(cinemaLinkId, gradeId)
  if (!grade) throw new Error(`card ${cardNumber} has no grade`)
  return grade
}

export function memberCardsIn(db: Db) {
  const find = db.prepare<[string], MemberCard>(
    `SELECT card_number AS cardNumber, cinema_link_id AS cinemaLinkId, grade_id AS gradeId, password, status,
       balance_fen AS balanceFen, times, points_ever AS pointsEver, points_left AS pointsLeft,
       registered_on AS registeredOn, valid_until AS validUntil, user_name AS userName, mobile,
       id_card AS idCard, address, birthdate, email, gender
     FROM member_card WHERE card_number = ?`,
  )
  const add = db.prepare<[MemberCard]>(
    `INSERT INTO member_card VALUES (@cardNumber, @cinemaLinkId, @gradeId, @password, @status, @balanceFen, @times,
       @pointsEver, @pointsLeft, @registeredOn, @validUntil, @userName, @mobile, @idCard, @address, @birthdate, @email,
       @gender)`,
  )
  const save = db.prepare<[MemberCard]>(
    `UPDATE member_card SET password = @password, balance_fen = @balanceFen, times = @times,
       points_ever = @pointsEver, points_left = @pointsLeft, valid_until = @validUntil, user_name = @userName,
       mobile = @mobile, id_card = @idCard, address = @address, birthdate = @birthdate, email = @email,
       gender = @gender
     WHERE card_number = @cardNumber`,
  )

  return {
    find: (cardNumber: string): MemberCard | undefined => find.get(cardNumber),
    add: (card: MemberCard): void => void add.run(card),
    /** Writes all that can change on a card. */
    save: (card: MemberCard): void => void save.run(card),
    /** Gives out the cards that the sandbox begins with. */
    seed(firstDay: LocalDate): void {
      for (const design of memberCards)
        add.run({
          ...design,
          pointsEver: design.points,
          pointsLeft: design.points,
          registeredOn: addDays(firstDay, -design.registeredDaysAgo),
          validUntil: addDays(firstDay, design.validDays),
          address: null,
          email: null,
        })
    },
  }
}
