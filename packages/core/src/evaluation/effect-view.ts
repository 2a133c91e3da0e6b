import type { Finding } from '../collection/index.ts'
import type { Value } from '../formula/index.ts'
import type { Effect } from '../packs/index.ts'
import type { EffectView } from './assessment.ts'
import { causeViews } from './cause-view.ts'
import type { EvaluatedYear } from './evaluated-year.ts'
import { COUNTY } from './grains.ts'
import { shownValue } from './show.ts'

function effectState(truth: Value): EffectView['state'] {
  if (truth.content === true) return 'struck'
  if (truth.status === 'error') return 'error'
  return truth.status === 'missing' ? 'undecided' : 'clear'
}

/** Vetoes, downgrades and caps, each on its own: never averaged away. */
export function effectViews(evaluation: EvaluatedYear): EffectView[] {
  return (evaluation.plan.pack.effects ?? []).map((effect) => {
    const truth = evaluation.effectTruth(effect.id)
    const window = windowOf(evaluation, effect)
    const grounds = groundsOf(evaluation, effect)
    return {
      id: effect.id,
      ...(effect.no === undefined ? {} : { no: effect.no }),
      kind: effect.kind,
      title: effect.title,
      state: effectState(truth),
      ...(grounds === undefined ? {} : { grounds }),
      ...(window === undefined ? {} : { window }),
      causes: causeViews(evaluation.data, truth.causes),
      basis: effect.basis,
      verified: effect.verified,
    }
  })
}

/** Years of the window, the newest first. */
function yearsOf(evaluation: EvaluatedYear, years: number): readonly { year: number; at: EvaluatedYear | undefined }[] {
  const known = new Map([evaluation, ...evaluation.options.earlier].map((at) => [at.data.year, at]))
  return Array.from({ length: years }, (_, back) => evaluation.data.year - back).map((year) => ({
    year,
    at: known.get(year),
  }))
}

/** What is said where the effect happened, in the newest such year; else what the year itself says. */
function groundsOf(evaluation: EvaluatedYear, effect: Effect): string | undefined {
  if (effect.grounds === undefined) return undefined
  const struck = yearsOf(evaluation, effect.window_years ?? 1).find(
    ({ at }) => at?.effectInYear(effect.id).content === true,
  )
  const at = struck?.at ?? evaluation
  const value = at.plan.program(COUNTY, effect.grounds, 'text').run(at.place(COUNTY).at(0))
  return value.content === undefined ? undefined : shownValue(value, undefined)
}

function windowOf(evaluation: EvaluatedYear, effect: Effect): EffectView['window'] {
  const years = effect.window_years ?? 1
  if (years < 2) return undefined
  const all = yearsOf(evaluation, years)
  const struck = all.filter(({ at }) => at?.effectInYear(effect.id).content === true).map(({ year }) => year)
  const absent = all.filter(({ at }) => at === undefined).map(({ year }) => year)
  const said = [
    ...(struck.length === 0 ? [] : [`${struck.join('、')}年发生，追溯期 ${years} 年`]),
    ...(absent.length === 0 ? [] : [`没有${absent.join('、')}年的数据，未能追溯`]),
  ]
  return { years, struck, absent, text: said.join('；') }
}

/** Effects that look back to years which nobody sent. */
export function windowFindings(evaluation: EvaluatedYear): Finding[] {
  return (evaluation.plan.pack.effects ?? []).flatMap((effect): Finding[] => {
    const absent = windowOf(evaluation, effect)?.absent ?? []
    if (absent.length === 0) return []
    return [
      {
        level: 'note',
        code: 'window_year_absent',
        message: `“${effect.title}”追溯 ${effect.window_years ?? 1} 年，没有${absent.join('、')}年的数据，这些年份未能追溯`,
        advice: '请把这些年份的数据也放进文件夹，或另行核实',
      },
    ]
  })
}
