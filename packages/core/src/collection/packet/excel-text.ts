import { type Rational, toJson } from '../../formula/index.ts'

/** Text as a spreadsheet formula writes it. */
export const textLiteral = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** An exact number; what does not terminate as a decimal stands as a division. */
export function numberLiteral(number: Rational): string {
  const text = toJson(number)
  return text.includes('/') || text.startsWith('-') ? `(${text})` : text
}

/** All of these hold; what is there twice is written once. */
export function allOf(parts: readonly string[]): string {
  const distinct = [...new Set(parts)].filter((part) => part !== 'TRUE')
  if (distinct.includes('FALSE')) return 'FALSE'
  return distinct.length < 2 ? (distinct[0] ?? 'TRUE') : `AND(${distinct.join(',')})`
}

/** One of these holds. */
export function anyOf(parts: readonly string[]): string {
  const distinct = [...new Set(parts)].filter((part) => part !== 'FALSE')
  if (distinct.includes('TRUE')) return 'TRUE'
  return distinct.length < 2 ? (distinct[0] ?? 'FALSE') : `OR(${distinct.join(',')})`
}

export function choose(when: string, then: string, otherwise: string): string {
  if (when === 'TRUE' || then === otherwise) return then
  return when === 'FALSE' ? otherwise : `IF(${when},${then},${otherwise})`
}
