import type { Finding, RegisterRow } from '../collection/index.ts'
import { coverageViews } from './coverage-view.ts'
import type { Evaluation } from './evaluation.ts'
import { rosterRows } from './roster.ts'
import { strangers } from './strangers.ts'
import { usedRegisters } from './used-registers.ts'

/** What the rows as a whole lack or have too much of: strangers, missing reporters, a register of units of another year. */
export function dataFindings(evaluation: Evaluation, rows: readonly RegisterRow[]): Finding[] {
  return [...rosterFindings(evaluation, rows), ...strangers(evaluation, rows), ...missingReporters(evaluation)]
}

function rosterFindings(evaluation: Evaluation, rows: readonly RegisterRow[]): Finding[] {
  const { borrowed, derived } = rosterRows(evaluation.plan, rows, evaluation.data.year)
  const title = (register: string): string => evaluation.plan.register(register)?.title ?? register
  const guessed = [...derived].map((register) => ({
    level: 'error' as const,
    code: 'no_roster',
    message: `没有收到${title(register)}，暂按已报送的表推定单位：一张表都没有报的单位无从发现，名册上的其他栏目按未报处理`,
    advice: `请补报${title(register)}后重新评估`,
    register,
  }))
  const old = [...borrowed].map(([register, year]) => ({
    level: 'note' as const,
    code: 'roster_of_other_year',
    message: `没有${evaluation.data.year}年的${title(register)}，按${year}年的名册确定应报对象`,
    advice: '请报送当年名册',
    register,
  }))
  return [...guessed, ...old]
}

function missingReporters(evaluation: Evaluation): Finding[] {
  const used = usedRegisters(evaluation.plan)
  return coverageViews(evaluation)
    .filter((coverage) => used.has(coverage.register))
    .flatMap(({ register, title, missing }) =>
      missing
        .filter(({ unit }) => !isRefused(evaluation, register, unit))
        .map(({ unit, name }) => ({
          level: 'error' as const,
          code: 'missing_form',
          message: `${name}没有报送${title}`,
          advice: '请催报；报送前有关指标按未报处理',
          register,
          unit,
          unit_name: name,
        })),
    )
}

/** A unit whose rows were refused did report: what is wrong with them has been said. */
function isRefused(evaluation: Evaluation, register: string, unit: string): boolean {
  const rows = evaluation.data.table(register)?.rows ?? []
  return rows.some((row) => row.source.refused?.row !== undefined && (row.unit === unit || row.unit === ''))
}
