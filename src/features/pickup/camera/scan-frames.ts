import type { QrReader } from './qr-reader.ts'

/** The side of the square that is looked at: fine enough for a ticket held at arm's length, quick to read. */
const sideMax = 720
/** Between two looks; a QR held still is found within half a second, and the picture stays smooth. */
const everyMs = 120

/** Looks at the video's middle square again and again; `stop` ends it, an outstanding look included. */
export function scanFrames(
  video: HTMLVideoElement,
  read: QrReader,
  onText: (text: string) => void,
): () => void {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    const frame = pen && middleOf(video, canvas, pen)
    // A frame that cannot be read is one without a code; the next is on its way.
    const text = frame && (await read(frame).catch(() => undefined))
    if (stopped) return
    if (text) onText(text)
    timer = setTimeout(look, everyMs)
  }

  void look()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

function middleOf(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  pen: CanvasRenderingContext2D,
): ImageData | undefined {
  const { videoWidth: width, videoHeight: height } = video
  const side = Math.min(width, height)
  if (side === 0) return undefined
  const size = Math.min(side, sideMax)
  canvas.width = size
  canvas.height = size
  pen.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, size, size)
  return pen.getImageData(0, 0, size, size)
}
