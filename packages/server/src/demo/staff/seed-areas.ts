import { receiveAreas } from '../../organizations/index.ts'
import { systemCaller } from '../../platform/ctx.ts'
import type { Installation } from '../../platform/installation.ts'
import { county } from '../county.ts'
import { demoAreas, founding } from './demo-areas.ts'

const headings = ['区划代码', '区划名称', '启用日期', '停用日期', '承接区划代码', '来源']

/** Registers the areas around and in the demo county, by the same import as everybody else's. Gives how many there are. */
export async function seedAreas({ door }: Pick<Installation, 'door'>): Promise<number> {
  const lines = demoAreas.map(({ code, name, since, until = '', successor = '' }) => [
    code,
    name,
    since,
    until,
    successor,
  ])
  const text = [headings, ...lines.map((line) => [...line, '演示县（虚构）'])]
    .map((cells) => cells.join(','))
    .join('\n')
  const file = { name: '演示县行政区划.csv', bytes: new TextEncoder().encode(text) }
  const caller = systemCaller('登记演示县的行政区划', { county: county.code })
  const { outcome } = await receiveAreas(door, caller, { file, since: founding, dryRun: false })
  const fault = outcome.findings.find((finding) => finding.level === 'error')
  if (fault !== undefined) throw new Error(`the areas of the demo county are refused: ${fault.message}`)
  return demoAreas.length
}
