import { nearestName } from '../../formula/index.ts'
import type { PackPath } from '../parse-pack.ts'
import type { Register } from '../schema/register.ts'
import type { StatisticsLayout, StatisticsTarget } from '../schema/statistics.ts'

/** A mistake in layouts of statistics sheets; `path` begins at the list of layouts. */
export interface StatisticsFault {
  readonly path: PackPath
  readonly code: string
  readonly message: string
  readonly suggestion?: string
}

/** What layouts name and is not there, and years that end before they begin. `known` are layouts that `like` may also name. */
export function findStatisticsFaults(
  layouts: readonly StatisticsLayout[],
  registers: readonly Register[],
  known: readonly StatisticsLayout[] = [],
): readonly StatisticsFault[] {
  return layouts.flatMap((layout, index) => [
    ...faultsOfLayout(layout, index, [...known, ...layouts]),
    ...(layout.sheets ?? []).flatMap((sheet, at) =>
      (sheet.figures ?? []).flatMap((figure, no) =>
        figure.into.flatMap((target, order) =>
          faultsOfTarget(target, registers, [index, 'sheets', at, 'figures', no, 'into', order]),
        ),
      ),
    ),
  ])
}

function faultsOfLayout(
  layout: StatisticsLayout,
  index: number,
  all: readonly StatisticsLayout[],
): readonly StatisticsFault[] {
  const faults: StatisticsFault[] = []
  if (layout.until !== undefined && layout.until < layout.since)
    faults.push({ path: [index, 'until'], code: 'reversed_dates', message: '止年早于起年。' })
  const others = all.filter(({ id }) => id !== layout.id)
  const base = others.find(({ id }) => id === layout.like)
  if (layout.like !== undefined && base === undefined)
    faults.push(unknown([index, 'like'], '统计表式', layout.like, others))
  // One step is enough for every year's layout, and cannot go in a circle.
  if (base?.like !== undefined)
    faults.push({
      path: [index, 'like'],
      code: 'like_of_like',
      message: `“${base.title}”本身沿用别的表式，不能再被沿用。`,
      suggestion: `改为沿用“${base.like}”。`,
    })
  if (layout.like === undefined && (layout.school === undefined || layout.sheets === undefined))
    faults.push({
      path: [index],
      code: 'layout_incomplete',
      message: `统计表式“${layout.title}”要写 school 和 sheets，或用 like 沿用另一套表式。`,
    })
  return faults
}

function faultsOfTarget(
  target: StatisticsTarget,
  registers: readonly Register[],
  path: PackPath,
): readonly StatisticsFault[] {
  const register = registers.find(({ id }) => id === target.register)
  if (register === undefined) return [unknown([...path, 'register'], '台账', target.register, registers)]
  const columns = [target.column, ...Object.keys(target.where ?? {})]
  const missing = columns.filter((id) => !register.columns.some((column) => column.id === id))
  if (missing.length > 0)
    return missing.map((id) =>
      unknown([...path, id === target.column ? 'column' : 'where'], '列', id, register.columns),
    )
  const column = register.columns.find(({ id }) => id === target.column)
  if (column?.type !== 'integer' && column?.type !== 'number')
    return [
      {
        path: [...path, 'column'],
        code: 'not_a_number',
        message: `“${column?.title}”不是数，统计表里的数不能填进去。`,
      },
    ]
  const open = register.columns.filter(
    ({ id, dimension }) => dimension !== undefined && target.where?.[id] === undefined,
  )
  if (open.length === 1) return []
  return [
    {
      path,
      code: 'row_unclear',
      message: `填进“${register.title}”的哪一行不明确。`,
      suggestion: '除学校代码外，其余区分各行的列都要在 where 里写明，如 where: { stage: 小学 }。',
    },
  ]
}

function unknown(
  path: PackPath,
  what: string,
  name: string,
  known: readonly { readonly id: string }[],
): StatisticsFault {
  const near = nearestName(
    name,
    known.map(({ id }) => id),
  )
  return {
    path,
    code: 'unknown_reference',
    message: `没有名为“${name}”的${what}。`,
    ...(near === undefined ? {} : { suggestion: `是否为“${near}”？` }),
  }
}
