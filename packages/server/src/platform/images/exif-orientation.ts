/** Number of the entry. */
export const ORIENTATION = 0x0112

/** The way up that a camera noted in a segment of a JPEG, 1 to 8 as EXIF counts them; undefined where it noted none. */
export function orientationOf(segment: Uint8Array): number | undefined {
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

export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.subarray(at, at + length)).toString('latin1')
