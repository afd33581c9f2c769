import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import readerWasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Reads the QR code in one frame; undefined when there is none. */
export type QrReader = (frame: ImageData) => Promise<string | undefined>

/** Loads the reader, a megabyte of WebAssembly from our own server; import this module when a camera opens. */
export async function loadQrReader(): Promise<QrReader> {
  await prepareZXingModule({
    overrides: {
      // Left alone, the package would fetch its WebAssembly from somebody else's server.
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? readerWasm : prefix + path),
    },
    fireImmediately: true,
  })
  return async frame => {
    const [found] = await readBarcodes(frame, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
    return found?.isValid ? found.text : undefined
  }
}
