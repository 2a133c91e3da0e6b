/** Resources that schools of several stages share. */
export type SharedResource = 'R4' | 'R5' | 'R6' | 'R7'

/**
 * Schools that fall short of one line, as level against the line (1 = exactly on it).
 * Above 0.85 the school still passes on its other six indicators; these are no faults, only life.
 */
const weakPoints: readonly { readonly school: string; readonly resource: SharedResource; readonly level: number }[] = [
  { school: '澄江街道第一小学', resource: 'R5', level: 0.93 },
  { school: '湖滨街道中心小学', resource: 'R5', level: 0.9 },
  { school: '澄湖县第一初级中学', resource: 'R5', level: 0.92 },
  { school: '新安街道中心小学', resource: 'R4', level: 0.95 },
  { school: '柳林镇初级中学', resource: 'R6', level: 0.94 },
  { school: '青竹镇第二小学', resource: 'R7', level: 0.9 },
  { school: '白沙镇初级中学', resource: 'R4', level: 0.97 },
  { school: '枫岭乡红叶小学', resource: 'R6', level: 0.91 },
]

export function weakPoint(school: string, resource: SharedResource): number | undefined {
  return weakPoints.find((point) => point.school === school && point.resource === resource)?.level
}
