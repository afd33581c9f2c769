/**
 * From now on every word on a canvas is a bar, as long as its letters are many and as high as its font: pictures
 * are the same on every machine, whatever fonts it has and however it draws them, and a word in another place or of
 * another size can still be seen.
 */
export function drawWordsAsBars(): void {
  const words: Partial<CanvasRenderingContext2D> & ThisType<CanvasRenderingContext2D> = {
    fillText(text, x, y, maxWidth = Number.POSITIVE_INFINITY) {
      const height = heightOf(this)
      const width = Math.min(lengthOf(text, height), maxWidth)
      const left = this.textAlign === 'center' ? x - width / 2 : x
      this.fillRect(
        Math.round(left),
        Math.round(y - 0.3 * height),
        Math.round(width),
        Math.round(0.6 * height),
      )
    },
  }
  Object.defineProperties(CanvasRenderingContext2D.prototype, {
    ...Object.getOwnPropertyDescriptors(words),
    measureText: {
      value(this: CanvasRenderingContext2D, text: string) {
        return { width: lengthOf(text, heightOf(this)) }
      },
    },
  })
}

const heightOf = ({ font }: CanvasRenderingContext2D): number => Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)

/** A Chinese character is as wide as it is high. */
function lengthOf(text: string, height: number): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.55) * height, 0)
}
