const signature = '89504e470d0a1a0a'
const told: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

/** Undefined where it is no PNG that can be followed to its end. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (whole.subarray(0, 8).toString('hex') !== signature) return undefined
  const kept: Uint8Array[] = [whole.subarray(0, 8)]
  for (let at = 8; at + 12 <= whole.length; ) {
    const end = at + 12 + whole.readUInt32BE(at)
    if (end > whole.length) return undefined
    const type = whole.subarray(at + 4, at + 8).toString('latin1')
    if (!told.has(type)) kept.push(whole.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}
