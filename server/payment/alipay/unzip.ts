import { inflateRawSync } from 'node:zlib'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const fileSignature = 0x04034b50

/**
 * The files of a ZIP archive, in its order: stored or deflated, as Alipay packs its bills. Names are left out, because
 * they come in an encoding that the archive does not tell.
 *
 * @param limit the most bytes that one file may unfold to
 * @throws RangeError or Error when it is no such archive, or too large
 */
export function unzip(archive: Buffer, limit: number): Buffer[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || archive.readUInt32LE(end) !== endSignature) throw new Error('no ZIP archive')
  const files: Buffer[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== entrySignature) throw new Error('a broken ZIP archive')
    const method = archive.readUInt16LE(at + 10)
    const packed = packedAt(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20))
    if (method !== 0 && method !== 8) throw new Error('a ZIP archive packed in another way')
    files.push(method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: limit }))
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return files
}

function packedAt(archive: Buffer, header: number, size: number): Buffer {
  if (archive.readUInt32LE(header) !== fileSignature) throw new Error('a broken ZIP archive')
  const from = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
  if (from + size > archive.length) throw new Error('a cut ZIP archive')
  return archive.subarray(from, from + size)
}
