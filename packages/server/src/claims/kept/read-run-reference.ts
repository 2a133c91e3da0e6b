import { knownMentions } from '@eduduty/core/claims'
import { Figure, type Mention } from '@eduduty/core/evaluation'
import { Compile } from 'typebox/compile'
import { getAssessment, type RunKey } from '../../evaluation/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import type { ReferenceParts } from '../thread/reference-parts.ts'

/** Rows fetched at once: figures have long chains behind them. */
const PAGE = 2000

interface FigureRow {
  readonly figure_no: number
  readonly figure: unknown
  readonly mentions: readonly Mention[] | null
}

/**
 * The figures of a kept run and the sentences that its documents say of them, as far as `db` reaches; below `unit` and of
 * the county alone where one is named. Errors: `evaluation.run_not_found`.
 */
export async function readRunReference(db: Queries, key: RunKey, unit?: string): Promise<ReferenceParts> {
  const { run, nodes, subjects, history } = await getAssessment(db, key)
  const counted = nodes.filter((node) => node.unit !== undefined).map(({ id }) => id)
  const figures: Figure[] = []
  const mentions: Mention[] = []
  for (let after = 0; ; ) {
    const rows = await readPage(db, key, { counted, unit, after })
    for (const row of rows) {
      if (isFigure(row.figure)) figures.push(row.figure)
      mentions.push(...(row.mentions ?? []))
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) break
    after = last.figure_no
  }
  return { assessment: { run, nodes, subjects, history }, figures, said: knownMentions(mentions) }
}

interface PageQuery {
  readonly counted: readonly string[]
  readonly unit: string | undefined
  readonly after: number
}

const readPage = (db: Queries, key: RunKey, { counted, unit, after }: PageQuery): Promise<readonly FigureRow[]> =>
  db.run<FigureRow>(
    `select figure_no, case when node = any($3::text[]) then figure end as figure,
       content -> 'mentions' as mentions
     from evaluation_figures
     where county_code = $1 and run_id = $2 and figure_no > $4
       and ($5::text is null or org_path ^@ $5 or subject = 'county')
     order by figure_no limit ${PAGE}`,
    [key.county, key.run, counted, after, unit ?? null],
  )

let contract: ReturnType<typeof compile> | undefined
const compile = () => Compile(Figure)

function isFigure(value: unknown): value is Figure {
  contract ??= compile()
  return contract.Check(value)
}
