import { type Rational, rational, roundText } from '../../formula/index.ts'
import { type GivenRating, isSameRating, type RatedBy, shareOf } from '../given-rating.ts'
import type { AgreementView, PairAgreement } from './agreement-contract.ts'
import { intraclass } from './intraclass.ts'
import { weightedKappa } from './weighted-kappa.ts'

/** One item that both raters have rated. */
export interface TwiceRated {
  readonly item: RatedBy
  readonly raters: readonly [string, string]
  readonly first: GivenRating
  readonly second: GivenRating
}

/** Fewer items than this say little about two people; the figures are shown with that said. */
const FEW = 10

/** How far the two raters of each item agree: over all items, and for each pair of people who rated the same items. */
export function describeAgreement(rated: readonly TwiceRated[]): AgreementView {
  const pairs = new Map<string, TwiceRated[]>()
  for (const one of rated) {
    const key = one.raters.join('\u001f')
    const group = pairs.get(key)
    if (group === undefined) pairs.set(key, [one])
    else group.push(one)
  }
  return { ...basics(rated), pairs: [...pairs.values()].flatMap((group) => pairAgreement(group) ?? []) }
}

function basics(rated: readonly TwiceRated[]): Omit<AgreementView, 'pairs'> {
  const same = rated.filter(({ item, first, second }) => isSameRating(item, first, second)).length
  const gaps = rated.flatMap(({ item, first, second }) => {
    const [a, b] = [shareOf(item, first), shareOf(item, second)]
    return a === undefined || b === undefined ? [] : [rational.abs(rational.sub(a, b))]
  })
  return {
    items: rated.length,
    same,
    ...(rated.length > 0 && { exact_share: percent(rational.fromPair(BigInt(same), BigInt(rated.length))) }),
    ...(gaps.length > 0 && { mean_difference: percent(meanOf(gaps)) }),
    ...(rated.length < FEW && { note: rated.length === 0 ? '还没有两人都提交的项目' : fewNote(rated.length) }),
  }
}

function pairAgreement(group: readonly TwiceRated[]): PairAgreement | undefined {
  const [any] = group
  if (any === undefined) return undefined
  const inPoints = group.filter(({ item }) => item.levels.length === 0)
  const shares = inPoints.flatMap(({ item, first, second }) => {
    const [a, b] = [shareOf(item, first), shareOf(item, second)]
    return a === undefined || b === undefined ? [] : [[a, b] as const]
  })
  const icc = intraclass(shares)
  return {
    raters: [...any.raters],
    ...basics(group),
    kappas: kappasOf(group),
    points: {
      items: shares.length,
      ...(icc === undefined ? { note: iccNote(shares.length) } : { icc: number(icc) }),
      ...(icc !== undefined && shares.length < FEW && { note: fewNote(shares.length) }),
    },
  }
}

/** Levels of different ladders cannot be counted together: one kappa for each ladder. */
function kappasOf(group: readonly TwiceRated[]): PairAgreement['kappas'] {
  const ladders = new Map<string, TwiceRated[]>()
  for (const one of group.filter(({ item }) => item.levels.length > 0)) {
    const key = one.item.levels.join('\u001f')
    ladders.set(key, [...(ladders.get(key) ?? []), one])
  }
  return [...ladders.values()].flatMap((items) => {
    const levels = items[0]?.item.levels ?? []
    const position = (given: GivenRating): number => levels.indexOf(given.level ?? '')
    const found = weightedKappa(
      items.map(({ first, second }) => [position(first), position(second)] as const),
      levels.length,
    )
    if (found === undefined) return []
    const { kappa, items: count } = found
    const note = kappa === undefined ? '两人对各项始终给同一等级，无从扣除偶然一致，不能计算' : undefined
    const few = count < FEW ? fewNote(count) : undefined
    const says = note ?? few
    return [
      {
        levels: [...levels],
        items: count,
        observed: percent(found.observed),
        ...(kappa !== undefined && { kappa: number(kappa) }),
        ...(says !== undefined && { note: says }),
      },
    ]
  })
}

function iccNote(items: number): string {
  if (items === 0) return '没有按分数评的项目'
  return items < 2 ? '只有 1 项，不能计算' : '各项得分没有差别，不能计算'
}

const fewNote = (items: number): string => `只有 ${items} 项，项数少，只供参考`

const meanOf = (values: readonly Rational[]): Rational =>
  rational.div(rational.sum(values), rational.fromInteger(values.length)) ?? rational.ZERO

const percent = (share: Rational): string => `${roundText(rational.mul(share, rational.HUNDRED), 1, 'half_up')}%`
const number = (value: Rational): string => roundText(value, 3, 'half_up')
