import type { CellValue } from '../collection/index.ts'
import { fromJson } from '../formula/index.ts'
import type { Column, Pack } from '../packs/index.ts'
import type { Subject } from './assessment.ts'
import type { Evaluation } from './evaluation.ts'
import { shownNumber } from './show.ts'

/** All subjects of a grain, excluded ones with their reason. */
export function subjectViews(evaluation: Evaluation, grain: string): Subject[] {
  const { table } = evaluation.place(grain)
  return table.subjects.map((seed, index) => {
    const inclusion = evaluation.inclusion(grain, index)
    const { exclusion } = inclusion
    return {
      id: seed.id,
      grain,
      dimensions: Object.fromEntries(table.grain.dimensions.map((dimension, at) => [dimension, seed.values[at] ?? ''])),
      name: seed.name,
      ...(seed.unit === '' ? {} : { unit: seed.unit }),
      included: inclusion.state !== 'excluded',
      ...(inclusion.state !== 'excluded' || exclusion === undefined
        ? {}
        : {
            exclusion: {
              reason: exclusion.reason,
              ...(exclusion.basis === undefined ? {} : { basis: exclusion.basis }),
            },
          }),
      attributes: attributesOf(
        evaluation.plan.pack,
        seed.row?.table.register.columns ?? [],
        seed.row?.source.values ?? {},
        table.grain.label,
      ),
    }
  })
}

function attributesOf(
  pack: Pack,
  columns: readonly Column[],
  values: Readonly<Record<string, CellValue>>,
  label: string | undefined,
): Record<string, string> {
  const shown = columns.filter(
    (column) => column.id !== label && column.dimension === undefined && column.personal === undefined,
  )
  return Object.fromEntries(
    shown.flatMap((column) => {
      const cell = values[column.id]
      return cell === undefined ? [] : [[column.title, cellText(pack, column, cell)] as const]
    }),
  )
}

/** A cell as a reader sees it: 是/否, the title of a code. */
export function cellText(pack: Pack, column: Column, cell: CellValue): string {
  if (column.type === 'boolean') return cell === true || cell === 'true' || cell === '是' ? '是' : '否'
  const list = column.codes === undefined ? undefined : pack.codes?.find((candidate) => candidate.id === column.codes)
  const number = typeof cell === 'string' && cell.includes('/') ? fromJson(cell) : undefined
  if (number !== undefined && column.type === 'number') return shownNumber(number, undefined)
  return list?.codes.find((code) => code.code === cell)?.title ?? String(cell)
}
