/** The colours that the hall is drawn in, as CSS writes them. */
export interface Palette {
  /** One for every price band of the hall. */
  readonly bands: readonly string[]
  /** How many dots each band's seats bear, for those who do not tell the colours apart; absent when not wanted. */
  readonly dots?: readonly number[]
  /** Numbers and signs on a free seat. */
  readonly ink: string
  readonly sold: string
  readonly soldEdge: string
  /** Crosses, hatching and other signs of what is not for sale. */
  readonly mark: string
  readonly lamp: string
  readonly onLamp: string
  readonly floor: string
  readonly text: string
  readonly quietText: string
  readonly light: string
  readonly font: string
}
