import type { Pack } from '../schema/pack.ts'
import type { Parameter, ParameterValue } from '../schema/parameter.ts'
import { noteNotAmong, noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

/**
 * Dated parameters have no gap and no doubt within the life of the pack: for every combination of dimension values
 * exactly one general entry is in force on every day, and none that nobody verified is in force by default.
 */
export function validateParameters(pack: Pack, notes: ProblemNotes): void {
  const dimensions = new Map((pack.dimensions ?? []).map((dimension) => [dimension.id, dimension.values ?? []]))
  for (const [index, parameter] of (pack.parameters ?? []).entries()) {
    for (const [at, id] of (parameter.by ?? []).entries()) {
      if (!dimensions.has(id)) noteUnknown(notes, ['parameters', index, 'by', at], '维度', id, dimensions.keys())
    }
    validateEntries(parameter, index, notes)
    validateFor(parameter, index, dimensions, notes)
    for (const combination of combinations(parameter.by ?? [], dimensions)) {
      validateTimeline(parameter, index, combination, pack, notes)
    }
  }
}

function validateEntries(parameter: Parameter, index: number, notes: ProblemNotes): void {
  for (const [at, entry] of parameter.values.entries()) {
    const path = ['parameters', index, 'values', at]
    if (entry.until !== undefined && entry.until < entry.since) {
      noteProblem(notes, [...path, 'until'], {
        code: 'dates_reversed',
        message: `止期 ${entry.until} 早于起期 ${entry.since}。`,
      })
    }
    if (entry.verified.grade === 'U' && entry.when === undefined) {
      noteProblem(notes, [...path, 'verified'], {
        code: 'unverified_default',
        message: `参数“${parameter.title}”的这一条出处未核实，不能作为默认值。`,
        suggestion: '加上 when: 条件，须有当地文件采用才生效；或核实出处后改写 grade。',
      })
    }
    if (entry.when !== undefined && entry.reason === undefined) {
      noteProblem(notes, path, {
        code: 'reason_missing',
        message: '有条件的参数值要写 reason:，说明为什么适用，报告和页面都会显示。',
      })
    }
    const wanted = parameter.type ?? 'number'
    if (wanted === 'number' && !/^-?\d+(\.\d+)?$/.test(String(entry.value))) {
      noteProblem(notes, [...path, 'value'], {
        code: 'not_a_number',
        message: `参数“${parameter.title}”应为数，这里是“${String(entry.value)}”。`,
      })
    }
  }
}

/** An entry for a dimension that the parameter is not told apart by, or for a value that is not there, is never in force. */
function validateFor(
  parameter: Parameter,
  index: number,
  dimensions: ReadonlyMap<string, readonly string[]>,
  notes: ProblemNotes,
): void {
  for (const [at, entry] of parameter.values.entries()) {
    for (const [id, value] of Object.entries(entry.for ?? {})) {
      const path = ['parameters', index, 'values', at, 'for', id]
      const values = dimensions.get(id)
      if (values === undefined) noteUnknown(notes, path, '维度', id, dimensions.keys(), 'key')
      else if (!(parameter.by ?? []).includes(id)) {
        noteProblem(
          notes,
          path,
          {
            code: 'for_without_by',
            message: `参数“${parameter.title}”没有按“${id}”区分，这一条永远不会适用。`,
            suggestion: `在参数上加 by: [${[...(parameter.by ?? []), id].join(', ')}]，或删去这里的 ${id}。`,
          },
          'key',
        )
      } else if (values.length > 0 && !values.includes(value)) {
        noteNotAmong(notes, path, `维度“${id}”`, value, values)
      }
    }
  }
}

type Combination = Readonly<Record<string, string>>

function combinations(by: readonly string[], dimensions: ReadonlyMap<string, readonly string[]>): Combination[] {
  return by.reduce<Combination[]>(
    (found, id) => found.flatMap((partial) => (dimensions.get(id) ?? []).map((value) => ({ ...partial, [id]: value }))),
    [{}],
  )
}

function validateTimeline(
  parameter: Parameter,
  index: number,
  combination: Combination,
  pack: Pack,
  notes: ProblemNotes,
): void {
  const where = Object.values(combination).join('、')
  const name = where === '' ? `“${parameter.title}”` : `“${parameter.title}”（${where}）`
  const general = parameter.values
    .map((entry, at) => ({ entry, at }))
    .filter(({ entry }) => entry.when === undefined && entry.jurisdiction === undefined && fits(entry, combination))
    .toSorted((a, b) => (a.entry.since < b.entry.since ? -1 : 1))
  const [first] = general
  if (first === undefined) {
    if (parameter.values.some((entry) => fits(entry, combination))) return
    noteProblem(notes, ['parameters', index], { code: 'parameter_gap', message: `参数${name}没有任何取值。` })
    return
  }
  if (first.entry.since > pack.pack.since) {
    noteProblem(notes, ['parameters', index, 'values', first.at, 'since'], {
      code: 'parameter_gap',
      message: `参数${name}从 ${first.entry.since} 才有取值，而标准包从 ${pack.pack.since} 起施行。`,
      warning: true,
    })
  }
  for (const [order, { entry, at }] of general.entries()) {
    const next = general[order + 1]
    const end = entry.until ?? FOREVER
    if (next === undefined) {
      if (end >= (pack.pack.until ?? FOREVER)) continue
      noteProblem(notes, ['parameters', index, 'values', at, 'until'], {
        code: 'parameter_ends',
        message: `参数${name}到 ${end} 为止，之后没有取值，用到它的指标会算不出来。`,
        warning: true,
      })
      continue
    }
    if (end >= next.entry.since) {
      noteProblem(notes, ['parameters', index, 'values', next.at], {
        code: 'parameter_overlap',
        message: `参数${name}有两条同时有效：第 ${at + 1} 条到 ${entry.until ?? '长期'}，第 ${next.at + 1} 条从 ${next.entry.since} 起。`,
        suggestion: '给前一条写上 until:，或给后一条写上 when: 条件。',
      })
    } else if (nextDay(end) !== next.entry.since) {
      noteProblem(notes, ['parameters', index, 'values', next.at, 'since'], {
        code: 'parameter_gap',
        message: `参数${name}在 ${end} 之后、${next.entry.since} 之前没有取值。`,
      })
    }
  }
}

const FOREVER = '9999-12-31'

function fits(entry: ParameterValue, combination: Combination): boolean {
  return Object.entries(entry.for ?? {}).every(
    ([id, value]) => combination[id] === undefined || combination[id] === value,
  )
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
