import { Finding } from '@eduduty/core/collection'
import { evaluationOf, outlierFindings } from '@eduduty/core/consistency'
import { runChecks } from '@eduduty/core/evaluation'
import { type Static, Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { strict } from '../../platform/http/schemas.ts'
import { readCollected } from '../collected/read-collected.ts'
import { getTaskPack } from '../packs/task-pack.ts'
import { getPeriod, type PeriodKey } from '../periods/read-periods.ts'

const Count = Type.Integer({ minimum: 0 })

/** What the rules find between all units of a period, unit by unit. */
export const CountyChecks = Type.Object(
  {
    submissions: Count,
    rows: Count,
    findings: Type.Integer({ minimum: 0, description: '问题总数，没有全部列出时也是全部的数目' }),
    units: Type.Array(
      Type.Object(
        {
          unit: Type.String({ description: '单位代码；全县的问题为空文字' }),
          name: Type.String(),
          hard: Count,
          soft: Count,
          findings: Type.Array(Finding),
        },
        strict,
      ),
      { description: '强制性错误多的在前；每个单位至多列 50 条，共至多 5000 条' },
    ),
  },
  strict,
)
export type CountyChecks = Static<typeof CountyChecks>

const LISTED = 5000
const LISTED_OF_UNIT = 50

/**
 * Every rule of the pack over what all units of a period have handed in: within forms, between forms, against the year
 * before, between departments, totals, and figures that stand out. Errors: `collection.period_not_found`.
 */
export async function checkPeriod(ctx: Ctx, key: PeriodKey): Promise<CountyChecks> {
  const period = await getPeriod(ctx, key)
  const { county_code: county, year } = period
  const pack = await getTaskPack(ctx.db, { packId: period.pack_id, hash: period.pack_hash })
  const { rows, submissions } = await readCollected(ctx.db, { county, pack, year, kind: 'submitted' })
  const evaluation = evaluationOf({ plan: pack.plan(), year, rows, county: { code: county, name: '全县' } })
  const found = [...runChecks(evaluation).findings, ...outlierFindings(evaluation)]
  return { submissions: submissions.length, rows: rows.length, findings: found.length, units: byUnit(found) }
}

const isHard = ({ code }: Finding): boolean => code === 'hard_check'

function byUnit(findings: readonly Finding[]): CountyChecks['units'] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.unit ?? '')
    if (group === undefined) groups.set(finding.unit ?? '', [finding])
    else group.push(finding)
  }
  let room = LISTED
  return [...groups]
    .map(([unit, own]) => ({ unit, own, hard: own.filter(isHard).length }))
    .toSorted((a, b) => b.hard - a.hard || b.own.length - a.own.length || (a.unit < b.unit ? -1 : 1))
    .map(({ unit, own, hard }) => {
      const listed = own
        .toSorted((a, b) => Number(isHard(b)) - Number(isHard(a)))
        .slice(0, Math.min(LISTED_OF_UNIT, room))
      room -= listed.length
      return { unit, name: own[0]?.unit_name ?? '全县', hard, soft: own.length - hard, findings: listed }
    })
}
