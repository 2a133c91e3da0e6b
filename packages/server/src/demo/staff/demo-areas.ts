import { county } from '../county.ts'

/** The invented city that the demo county belongs to. */
export const city = { code: '990100', name: '江泽市' } as const

/** An area of the demo county or above it; no code of the country begins with 99. */
export interface DemoArea {
  readonly code: string
  readonly name: string
  readonly since: string
  readonly until?: string
  readonly successor?: string
}

/** From when everything of the demo county is said to exist. */
export const founding = '1986-07-01'

/** Villages and communities of each township, in the order of their codes. Every name is invented. */
const villages: Readonly<Record<(typeof county.townships)[number], readonly string[]>> = {
  澄江街道: ['江畔社区', '文庙社区', '东门社区', '钟楼社区'],
  湖滨街道: ['望湖社区', '柳堤社区', '渔港社区'],
  新安街道: ['文昌社区', '新安社区', '开元社区'],
  石桥镇: ['石桥社区', '大湾村', '梅子沟村', '渡口村'],
  柳林镇: ['柳林社区', '河口村', '双桥村'],
  青竹镇: ['青竹社区', '竹坪村', '大坪村'],
  白沙镇: ['白沙社区', '沙坝村', '白鹭洲村'],
  东河镇: ['东河社区', '上游村', '老鸦滩村'],
  龙泉镇: ['龙泉社区', '泉眼村', '石门村'],
  枫岭乡: ['枫岭村', '红叶村', '鹰嘴岩村'],
  云峰乡: ['云峰村', '松林村', '云顶村'],
  南山乡: ['南山村', '高坎村'],
}

const digits = (number: number): string => String(number).padStart(3, '0')

/** Streets count from 001, towns from 100, townships from 200, as the country's own codes do. */
export function townshipArea(name: string): string {
  const ending = name.endsWith('街道') ? '街道' : name.slice(-1)
  const alike: readonly string[] = county.townships.filter((other) => other.endsWith(ending))
  const at = alike.indexOf(name)
  if (at < 0) throw new Error(`演示县没有“${name}”`)
  const from = ending === '街道' ? 1 : ending === '镇' ? 100 : 200
  return `${county.code}${digits(from + at)}`
}

/** From the province down to villages; one village was merged into its neighbour, as happens. */
export const demoAreas: readonly DemoArea[] = [
  { code: '99', name: '云泽省', since: founding },
  { code: city.code, name: city.name, since: founding },
  { code: county.code, name: county.name, since: founding },
  ...county.townships.flatMap((township): readonly DemoArea[] => {
    const code = townshipArea(township)
    const members = villages[township].map((name, at) =>
      withEnd({ code: `${code}${digits(at + 1)}`, name, since: founding }),
    )
    return [{ code, name: township, since: founding }, ...members]
  }),
]

function withEnd(area: DemoArea): DemoArea {
  return area.name === '老鸦滩村' ? { ...area, until: '2024-07-01', successor: `${area.code.slice(0, 9)}002` } : area
}
