import type { CellStory } from '@eduduty/core/collection'
import { areaPath } from '@eduduty/core/organizations'
import type { Column, Register } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { quoteName } from '../../platform/db/identifiers.ts'
import { reaching } from '../../platform/db/reaching.ts'
import { registerColumnName } from '../../platform/db/registers/register-table.ts'
import { counts } from '../counting-submissions.ts'
import { getRegisterTable } from '../rows/register-table-of.ts'
import type { Task } from '../tasks/get-task.ts'
import { isRoster } from '../tasks/task-row.ts'

/** Fewer peers than this would tell who they are. */
const FEWEST = 5

interface Spread {
  readonly peers: number
  readonly low: string | null
  readonly middle: string | null
  readonly high: string | null
}

/** By which column the pack's own comparisons tell kinds of units apart; undefined where it compares none. */
function kindColumn({ pack }: Task['pack'], register: Register): Column | undefined {
  const rules = (pack.outliers ?? []).filter((rule) => rule.register === register.id)
  const named = new Set(rules.flatMap(({ peers }) => peers.map(({ formula }) => formula.trim())))
  return register.columns.find(({ type, id, title }) => type === 'code' && (named.has(title) || named.has(id)))
}

/**
 * Where units of the same kind lie: quartiles of the same column in the same county and year, never one unit's figure.
 * Undefined for text, for rosters, and where there are too few. Needs a writing transaction: it looks beyond the caller.
 */
export async function readPeers(ctx: Ctx, { row, pack }: Task, id: string): Promise<CellStory['peers']> {
  const register = pack.register(row.register)
  const column = register.columns.find((candidate) => candidate.id === id)
  const isAmount = column?.type === 'integer' || column?.type === 'number'
  if (column === undefined || !isAmount || isRoster(pack, row.register)) return undefined
  const kind = kindColumn(pack, register)
  const table = quoteName((await getRegisterTable(ctx.db, pack, register)).name)
  const value = quoteName(registerColumnName(id))
  const same = kind === undefined ? undefined : quoteName(registerColumnName(kind.id))
  const [spread] = await reaching(ctx, [areaPath(row.county_code)], () =>
    ctx.db.run<Spread>(
      `with own as (select ${same ?? 'null::text'} as kind from ${table}
           where county_code = $1 and submission_id = $2 order by row_no limit 1),
         peers as (select distinct on (r.org_path) r.${value} as amount from ${table} r
           join collection_submissions s on s.county_code = r.county_code and s.submission_id = r.submission_id
           where r.county_code = $1 and r.year = $3 and r.org_path <> $4 and r.${value} is not null
             and ${counts('s')}
             ${same === undefined ? '' : `and r.${same} = (select kind from own)`}
           order by r.org_path, (s.task_id is not null) desc, s.created_at desc)
       select count(*) as peers, percentile_disc(0.25) within group (order by amount)::text as low,
         percentile_disc(0.5) within group (order by amount)::text as middle,
         percentile_disc(0.75) within group (order by amount)::text as high from peers`,
      [row.county_code, row.submission_id ?? '', row.year, row.org_path],
    ),
  )
  if (spread === undefined || spread.peers < FEWEST || spread.low === null) return undefined
  const says = kind === undefined ? '本县其他单位' : `本县同${kind.title}的其他单位`
  return { says, count: spread.peers, low: spread.low, middle: spread.middle ?? '', high: spread.high ?? '' }
}
