/** Writes text in GB18030, as far as its two-byte part goes: Node itself only reads it. */
export function encodeGb18030(text: string): Buffer {
  const bytes: number[] = []
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const pair = code < 0x80 ? [code] : table().get(sign)
    if (pair === undefined) throw new RangeError(`no two-byte code for ${sign}`)
    bytes.push(...pair)
  }
  return Buffer.from(bytes)
}

let made: ReadonlyMap<string, readonly number[]> | undefined

function table(): ReadonlyMap<string, readonly number[]> {
  if (made !== undefined) return made
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(lead, trail))
      if ([...sign].length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, [lead, trail])
    }
  made = codes
  return codes
}
