/**
 * The LIKE pattern for pinyin initials that somebody may have meant by a few letters: the first letter first, the others
 * in their order, whatever stands between: sqzx → `s%q%z%x%` finds 石桥镇中心小学 (sqzzxxx). Undefined for what are no initials.
 */
export function initialsPattern(typed: string): string | undefined {
  const letters = typed.trim().toLowerCase()
  return /^[a-z0-9]+$/.test(letters) ? [...letters].map((letter) => `${letter}%`).join('') : undefined
}

/** The same for initials that are at hand. */
export function fitsInitials(initials: string, typed: string): boolean {
  const letters = typed.trim().toLowerCase()
  if (letters === '' || !initials.startsWith(letters.slice(0, 1))) return false
  let at = 0
  for (const initial of initials) if (initial === letters[at]) at += 1
  return at === letters.length
}
