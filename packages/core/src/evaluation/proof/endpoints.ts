import { type Check, canonicalText } from '../../packs/index.ts'
import { placeOfCheck, programOfCheck, readsResults } from '../check-program.ts'
import { symbolId } from '../symbol-id.ts'
import { comparePrograms } from './compare-nodes.ts'
import { type Delta, DOWN, flip, isSame, SAME, together, UP } from './delta.ts'
import type { PackComparison } from './pack-comparison.ts'

/** Something that judges, and whether it is harder to satisfy after a change: `down` is harder. */
export interface Endpoint {
  readonly what: string
  readonly delta: Delta
}

/** All that a pack judges: items, sections, effects, grades, the verdict, checks, and who is judged. */
export function endpointsOf(all: PackComparison): readonly Endpoint[] {
  const { pack } = all.after
  const before = all.before.pack
  const isKept = (list: readonly { readonly id: string }[] | undefined, id: string): boolean =>
    list?.some((one) => one.id === id) === true
  return [
    ...(pack.grains ?? []).map(({ id, title }) => ({
      what: `评价对象“${title}”`,
      delta: isKept(before.grains, id) ? flip(all.rows(`grain:${id}`)) : SAME,
    })),
    ...pack.indicators
      .filter(({ id }) => isKept(before.indicators, id))
      .map(({ id, title }) => ({ what: `指标“${title}”`, delta: all.met(id) })),
    ...pack.indicators
      .filter(({ id, levels }) => levels !== undefined && isKept(before.indicators, id))
      .map(({ id, title }) => ({
        what: `指标“${title}”的等级`,
        delta: all.symbol(symbolId({ kind: 'node', id, part: 'level' })),
      })),
    ...(pack.sections ?? [])
      .filter(({ id }) => isKept(before.sections, id))
      .map(({ id, title }) => ({ what: `“${title}”一支`, delta: all.symbol(symbolId({ kind: 'section', id })) })),
    ...effectEndpoints(all),
    ...(pack.ratings ?? [])
      .filter(({ id }) => isKept(before.ratings, id))
      .flatMap(({ id, title }) => [
        { what: `“${title}”的等次`, delta: all.symbol(symbolId({ kind: 'rating', id, part: 'passed' })) },
      ]),
    { what: '总结论', delta: all.symbol(symbolId({ kind: 'verdict' })) },
    ...checkEndpoints(all),
  ]
}

/** An effect that strikes more often is harder. */
function effectEndpoints(all: PackComparison): readonly Endpoint[] {
  const titles = new Map(
    [...(all.before.pack.effects ?? []), ...(all.after.pack.effects ?? [])].map(({ id, title }) => [id, title]),
  )
  return [...titles].map(([id, title]) => ({
    what: `事项“${title}”`,
    delta: flip(all.symbol(symbolId({ kind: 'effect', id }))),
  }))
}

function checkEndpoints(all: PackComparison): readonly Endpoint[] {
  const [old, now] = [all.before.pack.checks ?? [], all.after.pack.checks ?? []]
  const ids = [...new Set([...old, ...now].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const [before, after] = [old.find((one) => one.id === id), now.find((one) => one.id === id)]
    const what = `审核关系“${(after ?? before)?.title ?? id}”`
    if (before === undefined) return [{ what, delta: DOWN }]
    if (after !== undefined && isUntouched(before, after, all)) return []
    return [{ what, delta: after === undefined ? UP : compareCheck(before, after, all) }]
  })
}

/** A check that the overlay leaves alone moves only with a parameter that it names; what it says of results is no demand. */
function isUntouched(before: Check, after: Check, all: PackComparison): boolean {
  if (canonicalText(before) !== canonicalText(after)) return false
  if (!/参数|parameter/.test(canonicalText(after))) return true
  const expression = programOfCheck(all.after, after)?.expression
  return expression !== undefined && readsResults(expression)
}

/** A check holds for less when its rule does, when it is asked more often, or when it allows less to lie between. */
function compareCheck(before: Check, after: Check, all: PackComparison): Delta {
  const tolerance = compareTolerance(before, after, all)
  const rule = isSame(tolerance)
    ? comparePrograms(programOfCheck(all.before, before), programOfCheck(all.after, after), all)
    : SAME
  const severity = before.severity === after.severity ? SAME : after.severity === '强制' ? DOWN : UP
  return together(rule, flip(compareAsked(before, after, all)), severity, tolerance)
}

function compareAsked(before: Check, after: Check, all: PackComparison): Delta {
  const place = placeOfCheck(after)
  if (before.when === undefined || after.when === undefined || place === undefined)
    return before.when === after.when ? SAME : before.when === undefined ? DOWN : UP
  return comparePrograms(
    all.before.program(place, before.when, 'truth'),
    all.after.program(place, after.when, 'truth'),
    all,
  )
}

function compareTolerance({ tolerance: old }: Check, { tolerance: now }: Check, all: PackComparison): Delta {
  if (old?.unit !== now?.unit && old?.absolute !== undefined && now?.absolute !== undefined)
    return all.doubt('容差的单位变了')
  const step = (key: 'absolute' | 'relative'): Delta => {
    const difference = Number(now?.[key] ?? '0') - Number(old?.[key] ?? '0')
    return difference === 0 ? SAME : difference > 0 ? UP : DOWN
  }
  return together(step('absolute'), step('relative'))
}
