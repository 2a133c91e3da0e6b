import { ORIENTATION, orientationOf, textAt } from './exif-orientation.ts'

const START = 0xd8
const SCAN = 0xda
const COMMENT = 0xfe
const EXIF = 0xe1
const PROFILE = 0xe2
const ADOBE = 0xee

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
