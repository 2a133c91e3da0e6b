import { type Static, Type } from 'typebox'
import { type CountSum, inCell, type Suppressed, suppressSmall } from '../../documents/index.ts'
import type { LedgerFigure } from '../../packs/index.ts'
import type { LedgerPlace } from './contracts.ts'

const strict = { additionalProperties: false } as const

/** Figures of the table for people who may not see the children, in the order of its columns. */
export const tableFigures = [
  'children',
  'inside',
  'outside',
  'unproven',
  'out_of_school',
  'other',
  'open',
  'confirmed',
  'cases',
  'returned',
] as const satisfies readonly LedgerFigure[]
export type TableFigure = (typeof tableFigures)[number]

export const CountLine = Type.Object(
  {
    name: Type.String(),
    cells: Type.Array(Type.String(), { description: '各栏，照表头的次序：人数、不足几、不写明、未报或不适用' }),
  },
  strict,
)
export type CountLine = Static<typeof CountLine>

export const CountTable = Type.Object(
  {
    years: Type.Array(Type.Integer(), { description: '有名册的年度，新的在前' }),
    year: Type.Integer(),
    below: Type.Integer({ description: '1人以上、不足这个数的不写明' }),
    lines: Type.Array(CountLine),
  },
  strict,
)
export type CountTable = Static<typeof CountTable>

/** What makes up 适龄儿童 in every line. */
const partsOfChildren = ['inside', 'outside', 'unproven', 'out_of_school', 'other'] as const

const UNREPORTED = '未报'
const NOT_APPLICABLE = '不适用'

/** What stands where a unit has no count: a school keeps a roll, the register of children is its township's. */
const lackOf = (place: LedgerPlace | undefined): string => (place?.on_roll === undefined ? UNREPORTED : NOT_APPLICABLE)

/** The table by unit with its totals, small counts kept back and whatever would give them away. */
export function countLines(places: readonly LedgerPlace[], below: number): CountLine[] {
  const counts = new Map<string, number>()
  const sums: CountSum[] = []
  for (const figure of tableFigures) {
    const told = places.flatMap((place, at) => (place[figure] === undefined ? [] : [{ key: `${at} ${figure}`, place }]))
    for (const { key, place } of told) counts.set(key, place[figure] ?? 0)
    if (told.length === 0) continue
    counts.set(
      `total ${figure}`,
      told.reduce((sum, { place }) => sum + (place[figure] ?? 0), 0),
    )
    sums.push({ total: `total ${figure}`, parts: told.map(({ key }) => key) })
  }
  for (const row of [...places.keys(), 'total'])
    if (counts.has(`${row} children`))
      sums.push({ total: `${row} children`, parts: partsOfChildren.map((figure) => `${row} ${figure}`) })
  const shown = suppressSmall({ counts, sums, below })
  const line = (row: number | 'total', name: string, lack: string): CountLine => ({
    name,
    cells: tableFigures.map((figure) => wordsOf(shown.get(`${row} ${figure}`), below) ?? lack),
  })
  const lines = places.map((place, at) => line(at, place.name, lackOf(place)))
  return places.length === 0 ? [] : [...lines, line('total', '合计', UNREPORTED)]
}

function wordsOf(shown: Suppressed | undefined, below: number): string | undefined {
  switch (shown?.shown) {
    case 'count':
      return String(shown.count)
    case 'few':
    case 'hidden':
      return inCell({ shown: shown.shown, below })
    case undefined:
      return undefined
  }
}
