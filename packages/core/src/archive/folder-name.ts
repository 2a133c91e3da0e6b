/** Names that Windows keeps for devices, whatever follows the dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** Bytes of UTF-8 that one name may take: Linux allows 255, and a number may still be put before the ending. */
const MOST_BYTES = 150

/** A name for a file or folder that every system can unpack; never empty. */
export function folderName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  const named = plain === '' ? '未命名' : reserved.test(plain) ? `_${plain}` : plain
  return cut(named, MOST_BYTES)
}

/** The same for a file, whose ending stays. */
export function fileName(text: string, ending: string): string {
  return `${folderName(text)}${ending}`
}

function cut(text: string, bytes: number): string {
  let kept = ''
  let size = 0
  for (const letter of text) {
    size += bytesOf(letter)
    if (size > bytes) return kept.replace(/[. ]+$/, '')
    kept += letter
  }
  return kept
}

function bytesOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Makes names differ that would fall on one another where capitals do not count: the second gets “(2)”. */
export function distinctName(name: string, ending: string, taken: Set<string>): string {
  for (let at = 1; ; at += 1) {
    const tried = at === 1 ? `${name}${ending}` : `${name}(${at})${ending}`
    const key = tried.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return tried
  }
}
