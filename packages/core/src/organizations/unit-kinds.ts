/** Kinds of units, with the letter that their ids begin with. */
export const unitKinds = {
  government: { title: '政府', letter: 'G' },
  department: { title: '部门', letter: 'D' },
  township: { title: '乡镇（街道）', letter: 'T' },
  school: { title: '学校', letter: 'S' },
  kindergarten: { title: '幼儿园', letter: 'K' },
  inspection_area: { title: '督学责任区', letter: 'R' },
} as const

export type UnitKind = keyof typeof unitKinds

export function isUnitKind(text: string): text is UnitKind {
  return Object.hasOwn(unitKinds, text)
}
