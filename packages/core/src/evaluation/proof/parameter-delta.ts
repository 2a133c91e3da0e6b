import { fromDecimal, type Node, rational } from '../../formula/index.ts'
import { canonicalText, type Parameter, type ParameterValue } from '../../packs/index.ts'
import { listGrains, type Place } from '../grains.ts'
import { comparePrograms } from './compare-nodes.ts'
import type { Compared } from './compared.ts'
import { Conditions, countyIn, type World, worldsOf } from './condition-worlds.ts'
import { type Delta, either, isSame, ofSign, SAME } from './delta.ts'

export interface ParameterMove {
  readonly delta: Delta
  /** In words, where its number changes: 小学：4.2 → 4.5（2024-01-01 起）. */
  readonly words: readonly string[]
}

const UNMOVED: ParameterMove = { delta: SAME, words: [] }

/**
 * How a parameter moves: for every combination of its dimensions, on every day of the pack's life, in every world that
 * the conditions of its entries tell apart. `choice`: only for this value of its dimension.
 */
export function parameterMove(id: string, choice: string | undefined, all: Compared): ParameterMove {
  const [old, now] = [all.before.parameter(id), all.after.parameter(id)]
  if (old === undefined || now === undefined) return { delta: all.doubt(`参数 ${id} 的有无变了`), words: [] }
  const conditions = conditionsOf([...old.values, ...now.values], all)
  if (conditions === undefined) return { delta: all.doubt(`参数“${now.title}”的取值条件本身变了`), words: [] }
  if (canonicalText(old.values) === canonicalText(now.values)) return UNMOVED
  const counties = [...new Set([...old.values, ...now.values].flatMap(({ jurisdiction }) => jurisdiction ?? []))]
  const nodes = [...conditions.values()]
  const worlds = worldsOf(nodes, counties)
  if (worlds === undefined) return { delta: all.doubt(`参数“${now.title}”的条件太多，无法逐一比较`), words: [] }
  const judged = new Conditions(nodes)
  const isIn = (entry: ParameterValue, world: World): boolean => {
    const node = entry.when === undefined ? undefined : conditions.get(entry.when)
    const isHere = entry.jurisdiction === undefined || countyIn(world, counties).startsWith(entry.jurisdiction)
    return isHere && (node === undefined || judged.truth(node, world) === true)
  }
  const moves = combinationsOf(now, choice, all).flatMap((combination) =>
    daysOf(old, now, all).map((day): ParameterMove => {
      const here = (entry: ParameterValue): boolean => isInForce(entry, combination, day)
      const [b, a] = [old.values.filter(here), now.values.filter(here)]
      if (canonicalText(b) === canonicalText(a)) return UNMOVED
      return moveOn({ b, a, worlds, isIn, day, name: Object.values(combination).join('、') }, now, all)
    }),
  )
  return {
    delta: either(SAME, ...moves.map(({ delta }) => delta)),
    words: [...new Set(moves.flatMap(({ words }) => words))],
  }
}

interface Occasion {
  readonly b: readonly ParameterValue[]
  readonly a: readonly ParameterValue[]
  readonly worlds: readonly World[]
  readonly isIn: (entry: ParameterValue, world: World) => boolean
  readonly day: string
  readonly name: string
}

function moveOn({ b, a, worlds, isIn, day, name }: Occasion, parameter: Parameter, all: Compared): ParameterMove {
  const deltas: Delta[] = []
  const words = new Set<string>()
  for (const world of worlds) {
    const [old, now] = [b.findLast((entry) => isIn(entry, world)), a.findLast((entry) => isIn(entry, world))]
    const delta = compareEntries(old, now, parameter, all)
    deltas.push(delta)
    if (isSame(delta)) continue
    const when = now?.when ?? old?.when
    const condition = when === undefined ? '' : `（${when}）`
    words.add(
      `${name}${condition}${name === '' && condition === '' ? '' : '：'}${shown(old)} → ${shown(now)}（${day} 起）`,
    )
  }
  return { delta: either(...deltas), words: [...words] }
}

const shown = (entry: ParameterValue | undefined): string => (entry === undefined ? '无取值' : String(entry.value))

function compareEntries(
  old: ParameterValue | undefined,
  now: ParameterValue | undefined,
  parameter: Parameter,
  all: Compared,
): Delta {
  if (old?.value === now?.value) return SAME
  if (old === undefined || now === undefined) return all.doubt(`参数“${parameter.title}”在有的情形下多了或少了取值`)
  if (typeof old.value === 'boolean' && typeof now.value === 'boolean')
    return ofSign(Number(now.value) - Number(old.value))
  const [b, a] = [fromDecimal(String(old.value)), fromDecimal(String(now.value))]
  if (b !== undefined && a !== undefined) return ofSign(rational.compare(a, b))
  return all.doubt(`参数“${parameter.title}”的文字变了`)
}

/** The conditions of entries as formulas, where each reads the same before and after; undefined where one does not. */
function conditionsOf(entries: readonly ParameterValue[], all: Compared): ReadonlyMap<string, Node> | undefined {
  const found = new Map<string, Node>()
  for (const { when } of entries) {
    if (when === undefined || found.has(when)) continue
    const places: readonly Place[] = [
      ...listGrains(all.after.pack).map(({ id }) => id),
      ...all.after.pack.registers.map(({ id }) => ({ register: id })),
    ]
    const readable = places.flatMap((place) => {
      const [old, now] = [all.before.program(place, when, 'truth'), all.after.program(place, when, 'truth')]
      return now.expression === undefined ? [] : [{ old, now, node: now.expression.node }]
    })
    const [first] = readable
    if (first === undefined || readable.some(({ old, now }) => !isSame(comparePrograms(old, now, all))))
      return undefined
    found.set(when, first.node)
  }
  return found
}

function combinationsOf(
  { by }: Parameter,
  choice: string | undefined,
  { after }: Compared,
): readonly Readonly<Record<string, string>>[] {
  const values = new Map((after.pack.dimensions ?? []).map((dimension) => [dimension.id, dimension.values ?? []]))
  let found: readonly Readonly<Record<string, string>>[] = [{}]
  for (const id of by ?? []) {
    const all = choice === undefined ? (values.get(id) ?? []) : [choice]
    if (all.length > 0) found = found.flatMap((partial) => all.map((value) => ({ ...partial, [id]: value })))
  }
  return found
}

/** First days of the stretches of time in which the same entries are in force. */
function daysOf(old: Parameter, now: Parameter, { before, after }: Compared): readonly string[] {
  const since = [before.pack.pack.since, after.pack.pack.since].toSorted()[0] ?? ''
  const until = after.pack.pack.until
  const turns = [...old.values, ...now.values].flatMap((entry) => [
    entry.since,
    ...(entry.until === undefined ? [] : [nextDay(entry.until)]),
  ])
  return [...new Set([since, ...turns])]
    .filter((day) => day >= since && (until === undefined || day <= until))
    .toSorted()
}

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const isInForce = (
  { since, until, for: of }: ParameterValue,
  combination: Readonly<Record<string, string>>,
  day: string,
): boolean =>
  since <= day &&
  (until === undefined || day <= until) &&
  Object.entries(of ?? {}).every(([dimension, value]) => combination[dimension] === value)
