/** Levels of areas from the top, with the digits of the code that tell one from another. */
export const areaLevels = {
  province: { title: '省', digits: 2 },
  city: { title: '市', digits: 4 },
  county: { title: '县', digits: 6 },
  township: { title: '乡镇（街道）', digits: 9 },
  village: { title: '村（社区）', digits: 12 },
} as const

export type AreaLevel = keyof typeof areaLevels

const levelsFromBelow = ['village', 'township', 'county', 'city', 'province'] as const

/** A code of 2, 4, 6, 9 or 12 digits as the 12 of 统计用区划代码; undefined when it is none. */
export function fullAreaCode(text: string): string | undefined {
  if (!/^\d{2}(?:\d{2}(?:\d{2}(?:\d{3}(?:\d{3})?)?)?)?$/.test(text)) return undefined
  const code = text.padEnd(12, '0')
  return code.startsWith('00') ? undefined : code
}

/** The level of a full code, by the digits that are not zero: 130402000000 → county. */
export function areaLevelOf(code: string): AreaLevel {
  const digits = code.replace(/0+$/, '').length
  return levelsFromBelow.findLast((level) => digits <= areaLevels[level].digits) ?? 'village'
}

/** The full code of the area above; undefined for a province. It need not exist: a province may run a county itself. */
export function areaParentOf(code: string): string | undefined {
  const level = areaLevelOf(code)
  const above = levelsFromBelow[levelsFromBelow.indexOf(level) + 1]
  return above === undefined ? undefined : code.slice(0, areaLevels[above].digits).padEnd(12, '0')
}

/** The shortest usual form: six digits down to the county, twelve below. */
export function shortAreaCode(code: string): string {
  return code.endsWith('000000') ? code.slice(0, 6) : code
}
