import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import readerWasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Reads the QR code in one frame; undefined when there is none. */
export type QrReader = (frame: ImageData) => Promise<string | undefined>

/** Left alone, the package would fetch its WebAssembly from somebody else's server. */
const locateFile = (path: string, prefix: string): string =>
  path.endsWith('.wasm') ? readerWasm : prefix + path

/**
 * Loads the reader, a megabyte of WebAssembly from our own server, once however often a camera opens; import
 * this module when one does.
 */
export async function loadQrReader(): Promise<QrReader> {
  await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true })
  return async frame => {
    const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
    return found?.isValid ? found.text : undefined
  }
}
