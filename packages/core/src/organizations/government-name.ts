/** How a unit is named where it signs or is written to: 石桥镇 is 石桥镇人民政府, 城关街道 its office; others as they are. */
export function governmentName(name: string): string {
  if (/街道$/.test(name)) return `${name}办事处`
  return /[镇乡]$/.test(name) ? `${name}人民政府` : name
}
