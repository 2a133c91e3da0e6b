/** A unit as far as its codes go. `area_code`: of the area in which it lies, twelve digits. */
export interface CodedUnit {
  readonly unit_id: string
  readonly kind: string
  readonly code: string
  readonly area_code: string | null
}

/** Digits of the code of a township: 统计用区划代码 without the zeros in place of a village. */
const TOWNSHIP_DIGITS = 9

/**
 * What data call a unit, its official code first: a township by the code of its area too, in nine digits or in twelve; a unit
 * without an official code by its id.
 */
export function codesOfUnit({ unit_id: id, kind, code, area_code: area }: CodedUnit): readonly string[] {
  const ofArea = kind === 'township' && area !== null ? [area.slice(0, TOWNSHIP_DIGITS), area] : []
  return [...(code === '' ? [] : [code]), ...ofArea, ...(code === '' ? [id] : [])]
}
