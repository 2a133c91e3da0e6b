import type { CellPlace } from '@eduduty/core/collection'
import { COUNTY, figureId, gatheredColumn, takenOf } from '@eduduty/core/evaluation'
import type { Gathering, Register } from '@eduduty/core/packs'
import { type Static, Type } from 'typebox'
import { getTaskPack } from '../../collection/index.ts'
import type { Queries } from '../../platform/db/database.ts'
import { strict } from '../../platform/http/schemas.ts'
import { getRunFacts, type RunKey } from '../find-run.ts'
import { readKeptGathered } from './kept-gathered.ts'
import { type GatheredSource, readRuns } from './read-gathered.ts'

export const GatheredView = Type.Object(
  {
    county: Type.Object({ code: Type.String(), name: Type.String() }, strict),
    table: Type.String(),
    item: Type.String(),
    text: Type.String(),
    lacking: Type.Optional(Type.String({ description: '没有数的原因' })),
    run: Type.Optional(Type.String({ description: '下级的评估标识；本人看不到下级的评估时没有' })),
    node: Type.Optional(Type.String({ description: '下级评估里的要素、指标标识' })),
    figure: Type.Optional(Type.String({ description: '下级评估里的数字标识' })),
    pack: Type.Optional(Type.String({ description: '下级所用标准包的名称' })),
  },
  { ...strict, description: '取自下级评估的数：由哪个县的哪一次评估得来，可以接着往下看' },
)
export type GatheredView = Static<typeof GatheredView>

interface GatheredCell extends CellPlace {
  readonly top: number
  readonly left: number
  readonly rows: string[][]
  readonly merges: []
  readonly highlight: { readonly row: number; readonly column: number }
  readonly gathered: GatheredView
}

/** The cell of a row that a run below has filled, with the way down as far as the caller reaches; undefined for others. */
export async function findGatheredCell(db: Queries, key: RunKey, place: CellPlace): Promise<GatheredCell | undefined> {
  const all = await readKeptGathered(db, key)
  const source = all.find(({ file, sheet }) => file === place.file && sheet === place.sheet)
  if (source === undefined) return undefined
  const facts = await getRunFacts(db, key)
  const pack = await getTaskPack(db, { packId: facts.packId, hash: facts.packHash })
  const rule = pack.pack.gathers?.find(({ id }) => id === source.rule)
  if (rule === undefined) return undefined
  const register = pack.register(rule.results.register)
  const at = gatheredColumn(register, place.cell)
  if (at === undefined) return undefined
  return cellOf(place, { rule, register, column: at.id }, await readFrom(db, rule, source), source)
}

interface Asked {
  readonly rule: Gathering
  readonly register: Register
  readonly column: string
}

type Below = Awaited<ReturnType<typeof readFrom>>

async function readFrom(db: Queries, rule: Gathering, source: GatheredSource) {
  const [run] = (await readRuns(db, rule, [source])).values()
  if (run === undefined || source.run === undefined) return undefined
  const [row] = await db.run<{ title: string; version: string }>(
    `select title, version from evaluation_runs r
     join packs_installed p on p.pack_id = r.pack_id and p.content_hash = r.pack_hash
     where county_code = $1 and run_id = $2`,
    [source.code, source.run],
  )
  return { run, pack: row === undefined ? undefined : `${row.title} ${row.version}` }
}

function cellOf(
  place: CellPlace,
  { rule, register, column }: Asked,
  below: Below,
  source: GatheredSource,
): GatheredCell {
  const taken = new Map((below === undefined ? [] : takenOf(rule, register, below.run)).map((one) => [one.column, one]))
  const { code, name } = rule.results
  const textOf = (id: string): string => {
    if (id === code) return source.code
    return id === name ? source.name : (taken.get(id)?.shown ?? '')
  }
  const lines = register.columns.map(({ id, title }) => [title, textOf(id)])
  const row = register.columns.findIndex(({ id }) => id === column)
  const of = rule.results.columns.find((one) => one.column === column)
  const lacking = taken.get(column)?.lacking
  const isFigure = of?.take === '数值' && of.of !== undefined && below?.run.figures.has(of.of) === true
  return {
    ...place,
    top: 0,
    left: 0,
    rows: lines,
    merges: [],
    highlight: { row, column: 1 },
    gathered: {
      county: { code: source.code, name: source.name },
      table: rule.title,
      item: register.columns[row]?.title ?? '',
      text: textOf(column),
      ...(lacking !== undefined && { lacking }),
      ...(below !== undefined && { run: below.run.run }),
      ...(below?.pack !== undefined && { pack: below.pack }),
      ...(isFigure && of?.of !== undefined && { node: of.of, figure: figureId(of.of, COUNTY) }),
    },
  }
}
