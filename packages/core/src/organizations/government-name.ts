/** How a unit is named where it signs or is written to: 石桥镇 is 石桥镇人民政府, 城关街道 its office; others as they are. */
export function governmentName(name: string): string {
  if (/街道$/.test(name)) return `${name}办事处`
  return /[镇乡]$/.test(name) ? `${name}人民政府` : name
}

const shortEnds = [
  [/人民政府$/, ''],
  [/街道办事处$/, '街道'],
  [/初级中学$/, '初中'],
  [/高级中学$/, '高中'],
  [/中等职业学校$/, '中职'],
] as const

/** How a unit is named in front of the number of a document: 石桥镇人民政府 is 石桥镇, 石桥镇初级中学 石桥镇初中; others as they are. */
export function shortUnitName(name: string): string {
  return shortEnds.reduce((short: string, [end, instead]) => short.replace(end, instead), name)
}
