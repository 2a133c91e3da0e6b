import type { Effect, Rating } from '../../packs/index.ts'
import { COUNTY } from '../grains.ts'
import type { PackPlan } from '../plan.ts'
import { effectsOf, grainOfEffect } from '../rating/effects-of.ts'
import { symbolId } from '../symbol-id.ts'
import { comparePrograms } from './compare-nodes.ts'
import type { Compared } from './compared.ts'
import { type Delta, DOWN, flip, ofSign, SAME, together, UP } from './delta.ts'

/** A section is met when all its items are. */
export function compareSection(id: string, all: Compared): Delta {
  const of = ({ pack }: PackPlan): readonly string[] => pack.sections?.find((one) => one.id === id)?.items ?? []
  const [old, now] = [of(all.before), of(all.after)]
  const kept = old.filter((item) => now.includes(item))
  if (now.length > kept.length && isAskedByLadder(id, all))
    return all.doubt('等次的条件问到这一支：原来不适用的，加项后可能成为达标')
  return together(
    ...kept.map((item) => all.symbol(symbolId({ kind: 'node', id: item, part: 'met' }))),
    now.length > kept.length ? DOWN : SAME,
    old.length > kept.length ? UP : SAME,
  )
}

/** A grade's condition that does not apply counts as not holding, which a section that now applies may turn. */
function isAskedByLadder(id: string, { after }: Compared): boolean {
  const title = after.pack.sections?.find((one) => one.id === id)?.title ?? id
  const whens = (after.pack.ratings ?? []).flatMap(({ ladder }) => ladder.flatMap(({ when }) => when ?? []))
  return whens.some((when) => when.includes(title) || when.includes(`${id}.`))
}

/** Whether an effect strikes: its condition, and how many years back it looks. */
export function compareEffect(id: string, all: Compared): Delta {
  const [old, now] = [findEffect(all.before, id), findEffect(all.after, id)]
  if (old === undefined || now === undefined) return old === now ? SAME : now === undefined ? DOWN : UP
  const grain = grainOfEffect(all.after.pack, now)
  const condition = comparePrograms(
    all.before.program(grain, old.when, 'truth'),
    all.after.program(grain, now.when, 'truth'),
    all,
  )
  const years = (now.window_years ?? 1) - (old.window_years ?? 1)
  return together(condition, years === 0 ? SAME : years > 0 ? UP : DOWN)
}

const findEffect = ({ pack }: PackPlan, id: string): Effect | undefined => pack.effects?.find((one) => one.id === id)

/** Points added up: more items bring more points, which says nothing of the lines they are held against. */
export function compareRatingPoints(id: string, all: Compared): Delta {
  const [old, now] = [all.before.rating(id), all.after.rating(id)]
  if (old === undefined || now === undefined) return all.doubt('评分定等的有无变了')
  if (old.rating.full !== now.rating.full) return all.doubt('满分变了，得分不好比')
  const scaling = compareScaling(old.rating, now.rating)
  const ids = (plan: typeof old): readonly string[] => plan.items.map(({ node }) => node.id)
  const kept = ids(old).filter((item) => ids(now).includes(item))
  const scores = kept.map((item) => all.symbol(symbolId({ kind: 'node', id: item, part: 'score' })))
  return together(
    scaling,
    ...scores,
    ids(now).length > kept.length ? UP : SAME,
    ids(old).length > kept.length ? DOWN : SAME,
  )
}

/** Full points for what does not apply are never fewer than what scaling up the rest gives. */
function compareScaling(old: Rating, now: Rating): Delta {
  if (old.not_applicable === now.not_applicable) return SAME
  return now.not_applicable === '按比例折算' ? DOWN : UP
}

/** The grade, better above worse: by the ladder alone (`base`), after effects (`grade`), or whether it passes. */
export function compareGrade(id: string, part: 'grade' | 'base' | 'passed', all: Compared): Delta {
  const [old, now] = [all.before.rating(id), all.after.rating(id)]
  if (old === undefined || now === undefined) return all.doubt('评分定等的有无变了')
  const titles = (plan: typeof old): string => plan.ladder.map(({ title }) => title).join()
  if (titles(old) !== titles(now)) return all.doubt('等次的档次变了')
  const base = together(...old.ladder.map(({ program }, at) => comparePrograms(program, now.ladder[at]?.program, all)))
  if (part === 'base') return base
  const grade = together(base, compareStruck(id, all))
  if (part === 'grade') return grade
  const place = ({ met }: Rating): number => now.rating.ladder.findIndex(({ title }) => title === met)
  const [b, a] = [place(old.rating), place(now.rating)]
  return b === a ? grade : together(grade, b < 0 || a < 0 ? all.doubt('哪一等次算达标的有无变了') : ofSign(a - b))
}

/** Effects of a rating only ever lower a grade. */
function compareStruck(id: string, all: Compared): Delta {
  const old = effectsOf(all.before.pack, id)
  const now = effectsOf(all.after.pack, id)
  const ids = [...new Set([...old, ...now].map((effect) => effect.id))]
  return together(
    ...ids.map((one) => {
      const [b, a] = [old.find((effect) => effect.id === one), now.find((effect) => effect.id === one)]
      const strikes = flip(all.symbol(symbolId({ kind: 'effect', id: one })))
      return b === undefined || a === undefined ? strikes : together(strikes, compareForce(b, a, id, all))
    }),
  )
}

/** What an effect does when it strikes. */
export function compareForce(old: Effect, now: Effect, rating: string | undefined, all: Compared): Delta {
  if (old.kind === now.kind && old.to === now.to) return SAME
  const ladder = all.after.pack.ratings?.find((one) => one.id === rating)?.ladder ?? []
  const floor = ({ kind, to }: Effect): number | undefined => {
    if (kind === 'downgrade') return undefined
    const named = ladder.findIndex(({ title }) => title === to)
    return named === -1 ? ladder.length - 1 : named
  }
  const [b, a] = [floor(old), floor(now)]
  if (b !== undefined && a !== undefined) return ofSign(b - a)
  if (b === undefined && a === ladder.length - 1) return DOWN
  return all.doubt('降等与封顶互换，哪个更严要看得分')
}

/** The verdict of the county: its formula, or all sections; then the vetoes that belong to no rating. */
export function compareVerdict(all: Compared): Delta {
  const [old, now] = [all.before.pack.verdict, all.after.pack.verdict]
  const formula =
    old === undefined && now === undefined
      ? compareSections(all)
      : comparePrograms(
          old && all.before.program(COUNTY, old.formula, 'truth'),
          now && all.after.program(COUNTY, now.formula, 'truth'),
          all,
        )
  const ids = [...(all.before.pack.effects ?? []), ...(all.after.pack.effects ?? [])].flatMap((effect) =>
    effect.kind === 'veto' && effect.rating === undefined ? [effect.id] : [],
  )
  return together(
    formula,
    ...[...new Set(ids)].map((id) => {
      const [b, a] = [findEffect(all.before, id)?.kind, findEffect(all.after, id)?.kind]
      const kind = b === a || b === undefined || a === undefined ? SAME : a === 'veto' ? DOWN : UP
      return together(flip(all.symbol(symbolId({ kind: 'effect', id }))), kind)
    }),
  )
}

function compareSections(all: Compared): Delta {
  const ids = ({ pack }: PackPlan): readonly string[] => (pack.sections ?? []).map(({ id }) => id)
  const [old, now] = [ids(all.before), ids(all.after)]
  const kept = old.filter((id) => now.includes(id))
  return together(
    ...kept.map((id) => all.symbol(symbolId({ kind: 'section', id }))),
    now.length > kept.length ? DOWN : SAME,
    old.length > kept.length ? UP : SAME,
  )
}
