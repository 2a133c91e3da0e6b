import type { Finding } from '../collection/index.ts'
import type { Value } from '../formula/index.ts'
import type { Effect } from '../packs/index.ts'
import type { EffectView } from './assessment.ts'
import { causeViews } from './cause-view.ts'
import { effectDistance } from './effect-distance.ts'
import type { EvaluatedYear } from './evaluated-year.ts'
import { COUNTY } from './grains.ts'
import { formulaText } from './node-view.ts'
import { grainOfEffect } from './rating/effects-of.ts'
import { shownValue } from './show.ts'

function effectState(truth: Value): EffectView['state'] {
  if (truth.content === true) return 'struck'
  if (truth.status === 'error') return 'error'
  return truth.status === 'missing' ? 'undecided' : 'clear'
}

/** Vetoes, downgrades and caps, each on its own: never averaged away. */
export function effectViews(evaluation: EvaluatedYear): EffectView[] {
  return (evaluation.plan.pack.effects ?? []).map((effect) => {
    const grain = grainOfEffect(evaluation.plan.pack, effect)
    const { inside } = evaluation.place(COUNTY).at(0).inside(grain)
    const [at = 0] = inside.toSorted((a, b) => urgency(evaluation, effect, a) - urgency(evaluation, effect, b))
    const truth = evaluation.effectTruth(effect.id, at)
    const window = windowOf(evaluation, effect, at)
    const grounds = groundsOf(evaluation, effect, at)
    return {
      id: effect.id,
      ...(effect.no === undefined ? {} : { no: effect.no }),
      kind: effect.kind,
      title: effect.title,
      state: effectState(truth),
      ...(grounds === undefined ? {} : { grounds }),
      ...(window === undefined ? {} : { window }),
      causes: causeViews(evaluation.data, truth.causes),
      ...ruleOf(evaluation, effect, at),
      ...(effect.rating === undefined ? {} : { rating: effect.rating }),
      ...(grain === COUNTY ? {} : { subjects: subjectsHit(evaluation, effect, inside) }),
      basis: effect.basis,
      verified: effect.verified,
    }
  })
}

/** The rule in Chinese, and how far the year's own numbers are from turning it. */
function ruleOf(evaluation: EvaluatedYear, effect: Effect, index: number): Pick<EffectView, 'rule' | 'distance'> {
  const grain = grainOfEffect(evaluation.plan.pack, effect)
  const program = evaluation.plan.program(grain, effect.when, 'truth')
  const distance = effectDistance(program, evaluation.place(grain).at(index))
  return { rule: formulaText(program), ...(distance.length > 0 && { distance }) }
}

const states = ['struck', 'error', 'undecided', 'clear'] as const

/** What strikes one subject is told before what is open at another. */
function urgency(evaluation: EvaluatedYear, effect: Effect, index: number): number {
  return states.indexOf(effectState(evaluation.effectTruth(effect.id, index)))
}

function subjectsHit(
  evaluation: EvaluatedYear,
  effect: Effect,
  inside: readonly number[],
): NonNullable<EffectView['subjects']> {
  const { subjects } = evaluation.subjects(grainOfEffect(evaluation.plan.pack, effect))
  return inside.flatMap((index) => {
    const state = effectState(evaluation.effectTruth(effect.id, index))
    const subject = subjects[index]
    return state === 'clear' || subject === undefined ? [] : [{ subject: subject.id, name: subject.name, state }]
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
function groundsOf(evaluation: EvaluatedYear, effect: Effect, index: number): string | undefined {
  if (effect.grounds === undefined) return undefined
  const struck = yearsOf(evaluation, effect.window_years ?? 1).find(({ at }) => happened(evaluation, at, effect, index))
  const at = struck?.at ?? evaluation
  const grain = grainOfEffect(at.plan.pack, effect)
  const place = at.place(grain).at(at === evaluation ? index : (sameSubject(evaluation, at, effect, index) ?? 0))
  const value = at.plan.program(grain, effect.grounds, 'text').run(place)
  return value.content === undefined ? undefined : shownValue(value, undefined)
}

/** The subject of one year in another; undefined where it was not there. */
function sameSubject(evaluation: EvaluatedYear, at: EvaluatedYear, effect: Effect, index: number): number | undefined {
  const grain = grainOfEffect(evaluation.plan.pack, effect)
  return at.subjects(grain).indexOf(evaluation.subjects(grain).subjects[index]?.id ?? '')
}

function happened(evaluation: EvaluatedYear, at: EvaluatedYear | undefined, effect: Effect, index: number): boolean {
  const there = at === undefined ? undefined : sameSubject(evaluation, at, effect, index)
  return there !== undefined && at?.effectInYear(effect.id, there).content === true
}

function windowOf(evaluation: EvaluatedYear, effect: Effect, index: number): EffectView['window'] {
  const years = effect.window_years ?? 1
  if (years < 2) return undefined
  const all = yearsOf(evaluation, years)
  const struck = all.filter(({ at }) => happened(evaluation, at, effect, index)).map(({ year }) => year)
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
    const absent = windowOf(evaluation, effect, 0)?.absent ?? []
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
