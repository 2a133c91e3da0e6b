const START = 0xd8
const SCAN = 0xda
const COMMENT = 0xfe
const EXIF = 0xe1
const PROFILE = 0xe2
const ADOBE = 0xee
const ORIENTATION = 0x0112

/** Undefined where it is no JPEG that can be followed from its start to its first scan. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== (0xff00 | START)) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let turned = 1
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === SCAN) return Buffer.concat([...withTurn(kept, turned), bytes.subarray(at)])
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const segment = bytes.subarray(at, end)
    if (marker === EXIF) turned = orientationOf(segment) ?? turned
    if (staysIn(marker, segment)) kept.push(segment)
    at = end
  }
  return undefined
}

/** What an application wrote goes, but for the frame, the colours and Adobe's mark, without which colours turn. */
function staysIn(marker: number, segment: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (marker < 0xe1 || marker > 0xef) return true
  return marker === ADOBE || (marker === PROFILE && textAt(segment, 4, 11) === 'ICC_PROFILE')
}

/** After the frame's own head: one entry, the way up. */
function withTurn(kept: readonly Uint8Array[], turned: number): readonly Uint8Array[] {
  if (turned === 1) return kept
  const segment = Buffer.alloc(36)
  segment.writeUInt16BE(0xff00 | EXIF, 0)
  segment.writeUInt16BE(34, 2)
  segment.write('Exif', 4, 'latin1')
  segment.write('MM', 10, 'latin1')
  segment.writeUInt16BE(42, 12)
  segment.writeUInt32BE(8, 14)
  segment.writeUInt16BE(1, 18)
  segment.writeUInt16BE(ORIENTATION, 20)
  segment.writeUInt16BE(3, 22)
  segment.writeUInt32BE(1, 24)
  segment.writeUInt16BE(turned, 28)
  const [start, ...rest] = kept
  return start === undefined ? kept : [start, segment, ...rest]
}

function orientationOf(segment: Uint8Array): number | undefined {
  if (textAt(segment, 4, 4) !== 'Exif' || segment.length < 20) return undefined
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10)
  const isLittle = textAt(segment, 10, 2) === 'II'
  const first = view.getUint32(4, isLittle)
  if (first + 2 > view.byteLength) return undefined
  const entries = view.getUint16(first, isLittle)
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > view.byteLength) return undefined
    if (view.getUint16(at, isLittle) !== ORIENTATION) continue
    const turned = view.getUint16(at + 8, isLittle)
    return turned >= 1 && turned <= 8 ? turned : undefined
  }
  return undefined
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.subarray(at, at + length)).toString('latin1')
