/** Full-width digits, spaces, hyphens, brackets and +86 are ways of writing, not other numbers. */
export function normalisePhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^0-9+]/g, '')
    .replace(/^(?:\+|00)86/, '')
}

/** A mobile number, or a fixed line with its area code. */
export function isPhone(text: string): boolean {
  return /^(?:1[3-9]\d{9}|0\d{9,11})$/.test(normalisePhone(text))
}
