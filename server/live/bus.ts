import type { CinemaId, OrderId, ShowId } from '#contract/ids.ts'
import type { Step } from './ring.ts'

/** What the nodes of one house tell each other. */
export type News =
  /** A guest of this order sees something new. */
  | { kind: 'order'; orderId: OrderId }
  /** We have locked or released seats of this show ourselves: what was seen of them is old. */
  | { kind: 'seats'; showId: ShowId }

/** The seats of a show that could not be bought when the cloud was last asked, and its place in the show's line. */
export interface Sight {
  /** Names the line: sights of two lines cannot be told apart by their numbers. */
  epoch: string
  seq: number
  hallVersion: string
  /** Indexes in rising order. */
  unavailable: readonly number[]
  atMs: number
}

/** Another node's look at a show: it has the sight `seq` now. */
export interface Seen {
  showId: ShowId
  epoch: string
  seq: number
  /** What led there, if it is a small step; else the sight has to be read. */
  step?: Step
}

/** Who listens to the other nodes. */
export interface Ear {
  /** Also what this node itself has told. */
  news(news: News): void
  /** Another node has looked at a show. */
  seen(seen: Seen): void
  /** Something may have been missed: whatever is known through others has to be read again. */
  missed(): void
}

/** The way between the nodes of one house, and what they share about the shows that are watched. */
export interface Bus {
  listen(ear: Ear): () => void
  /** Tells every node. This one hears it before the call returns; the others as soon as they can be reached. */
  tell(news: News): void
  /**
   * Takes or keeps the right to ask the cloud about these shows, for `leadMs`.
   *
   * @returns those of them that this node has; another one has the rest
   */
  lead(showIds: readonly ShowId[]): Promise<ReadonlySet<ShowId>>
  /** Leaves the shows to whoever else watches them. */
  resign(showIds: readonly ShowId[]): Promise<void>
  /** Takes room for calls about a cinema's sold seats. @returns milliseconds to wait before they are made */
  spend(cinemaId: CinemaId, calls: number): Promise<number>
  /** The latest sight of a show, whichever node had it. */
  lastSight(showId: ShowId): Promise<Sight | undefined>
  /**
   * Keeps a sight and tells the other nodes of it.
   *
   * @param step what led to it from the sight before, when that was of the same line and hall
   * @returns false when another node has the show by now: nothing was kept and nobody was told
   */
  record(showId: ShowId, sight: Sight, step?: Step): Promise<boolean>
  close(): Promise<void>
}

/** How long the right to ask about a show lasts without being renewed: a node that dies is succeeded after that. */
export const leadMs = 6_000
