import { packOf, type TailoredPack, type TailoringStep } from '../../packs/index.ts'
import { type PackPlan, planPack } from '../plan.ts'
import { endpointsOf } from './endpoints.ts'
import { PackComparison } from './pack-comparison.ts'

/** What one step of an overlay does to the demands: 收紧 tightens, 放宽 relaxes. */
export type StepEffect = '收紧' | '不变' | '放宽' | '无法判断'

export interface ProvedStep {
  readonly step: Omit<TailoringStep, 'after'>
  readonly effect: StepEffect
  /** In words: what changed in numbers, what is harder or easier for it, or why it cannot be told. */
  readonly because: readonly string[]
}

/** New entries of these parts are only words until something names them, and the step that names them is judged. */
const neutral = new Set([
  'dimensions',
  'grains',
  'codes',
  'registers',
  'statistics',
  'parameters',
  'elements',
  'indicators',
  'groups',
  'outliers',
  'derive',
  'counts',
  'gathers',
  'forms',
  'reports',
])

/**
 * Goes through an overlay step by step: each is compared with the pack as the step before left it, so that where every
 * step tightens or changes nothing, so does the whole.
 */
export function proveOverlay({ start, steps }: TailoredPack): readonly ProvedStep[] {
  let before: PackPlan | undefined
  let last = start
  return steps.map(({ after, ...step }) => {
    if (step.kind === 'added' && neutral.has(step.section)) {
      last = after
      before = undefined
      return { step, effect: '不变', because: ['新增的内容，被别处用到才起作用'] }
    }
    const all = new PackComparison(before ?? planPack(packOf(last)), planPack(packOf(after)))
    last = after
    before = all.after
    return { step, ...judgeStep(step, all) }
  })
}

function judgeStep(
  step: Omit<TailoringStep, 'after'>,
  all: PackComparison,
): { readonly effect: StepEffect; readonly because: readonly string[] } {
  const moved = endpointsOf(all)
  const of = (move: 'up' | 'down' | 'unknown'): readonly string[] =>
    moved.filter(({ delta }) => delta.has(move)).map(({ what }) => what)
  const [easier, harder, open] = [of('up'), of('down'), of('unknown')]
  const numbers = step.section === 'parameters' ? all.parameter(step.id).words : []
  const said = [
    ...numbers,
    ...wordsOf('更难', harder),
    ...wordsOf('更容易', easier),
    ...wordsOf('说不清更难还是更容易', open),
    ...(open.length > 0 ? [...all.doubts] : []),
  ]
  if (easier.length > 0)
    return { effect: harder.length > 0 ? '无法判断' : '放宽', because: bothWays(said, easier, harder) }
  if (open.length > 0) return { effect: '无法判断', because: said }
  if (harder.length > 0) return { effect: '收紧', because: said }
  return addedEvidence(step, all) ?? { effect: '不变', because: said }
}

const bothWays = (said: readonly string[], easier: readonly string[], harder: readonly string[]): readonly string[] =>
  easier.length > 0 && harder.length > 0 ? [...said, '同一处改动两个方向都用到'] : said

function addedEvidence(
  { section, id }: Omit<TailoringStep, 'after'>,
  { before, after }: PackComparison,
): { readonly effect: StepEffect; readonly because: readonly string[] } | undefined {
  if (section !== 'indicators') return undefined
  const count = (plan: PackPlan): number =>
    plan.pack.indicators.find((indicator) => indicator.id === id)?.evidence?.length ?? 0
  const more = count(after) - count(before)
  return more > 0 ? { effect: '收紧', because: [`佐证材料增加${more}份`] } : undefined
}

const MOST_NAMED = 5

function wordsOf(how: string, what: readonly string[]): readonly string[] {
  if (what.length === 0) return []
  const named = what.slice(0, MOST_NAMED).join('、')
  return [`${how}：${named}${what.length > MOST_NAMED ? `等${what.length}处` : ''}`]
}

/** What may not stand: a step that relaxes, or of which it cannot be told, without the authority for it. */
export const isUnauthorised = ({ step, effect }: ProvedStep): boolean =>
  (effect === '放宽' || effect === '无法判断') && step.authority === undefined
