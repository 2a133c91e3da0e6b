let table: ReadonlyMap<string, readonly [number, number]> | undefined

/**
 * Text as bytes of the old Chinese encoding that county systems still export (two-byte part of GB18030).
 * Throws on a character outside it: the demo county's texts are ours.
 */
export function encodeGb18030(text: string): Uint8Array {
  table ??= twoByteTable()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x80) {
      bytes.push(code)
      continue
    }
    const pair = table.get(character)
    if (pair === undefined) throw new Error(`GB18030 双字节区没有字符“${character}”`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

// Node decodes this encoding but cannot write it: the table is turned round once.
function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, [lead, trail])
    }
  }
  return found
}
