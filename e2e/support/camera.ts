import { writeFileSync } from 'node:fs'
import { encode } from 'uqr'

const width = 640
const height = 480
const white = 235
const black = 16
/** Neither red nor blue. */
const grey = 128
/** The scanner looks at several pictures, and Chromium plays the film over and over. */
const frames = 4

/**
 * Writes a film that shows a QR code, for `browserFlags({ cameraFile })`: what a guest holds before the camera.
 *
 * @param text what the code says
 * @param file where to; its name has to end in .y4m
 */
export function writeQrFilm(text: string, file: string): void {
  const { data, size } = encode(text, { border: 4 })
  const module = Math.floor(height / size)
  const left = Math.floor((width - module * size) / 2)
  const top = Math.floor((height - module * size) / 2)

  const light = Buffer.alloc(width * height, white)
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) {
      if (!dark) continue
      const x = left + column * module
      for (let line = 0; line < module; line++) {
        const start = (top + row * module + line) * width + x
        light.fill(black, start, start + module)
      }
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, grey)])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420mpeg2\n`)
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]))
}
