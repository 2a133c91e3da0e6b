import { rational } from '../../formula/index.ts'
import type { Effect } from '../../packs/index.ts'
import { exactText, shownValue } from '../show.ts'
import { onlyRung, type Standing } from './climb-ladder.ts'
import type { RatingPlan } from './plan-rating.ts'
import type { Rated } from './rated.ts'
import type { PointsView } from './rating-contract.ts'

/** The points, the grade they give, and what came on top, in one or two sentences. */
export function ratingWords(plan: RatingPlan, rated: Rated, points: PointsView): string {
  if (rated.points.status === 'error') return '计分办法有误，不能计分。'
  if (rated.points.status === 'not_applicable') return '没有适用的项目，不评等次。'
  const by = byPoints(plan, rated, points)
  if (rated.base.isBroken) return `${by}等次的条件有误，不能评等次。`
  return `${by}${onTop(plan, rated)}`
}

function byPoints(plan: RatingPlan, rated: Rated, points: PointsView): string {
  const { rating, ladder } = plan
  const { base, idle } = rated
  const scaled = rational.isZero(idle) || rating.not_applicable === '得满分' ? '' : '，已按比例折算'
  const parts = [
    `得分 ${points.shown}${points.value === undefined ? '（有数据未报）' : ''}${adjustedWords(plan, rated)}`,
    `满分 ${rating.full}${rational.isZero(idle) ? '' : `（不适用 ${exactText(idle)} 分${scaled}）`}`,
    ...(base.isBroken ? [] : [`按得分${onlyRung(base) === undefined ? '可能' : ''}为${names(base, ladder)}`]),
  ]
  // The points are known, and still the grade is open: something that the grades ask for is missing.
  const [lacking] = points.value === undefined || onlyRung(base) !== undefined ? [] : base.causes
  return `${parts.join('，')}。${lacking === undefined ? '' : `评等次还缺：${lacking.message}。`}`
}

/** （各项得分 90，加分 3，扣分 1）; nothing where nothing was granted. */
function adjustedWords({ rating }: RatingPlan, { earned, adjustments }: Rated): string {
  const { lines, additions, deductions } = adjustments
  if (lines.length === 0) return ''
  const parts = [
    `各项得分 ${shownValue(earned, rating.display)}`,
    ...(rational.isZero(additions) ? [] : [`加分 ${exactText(additions)}`]),
    ...(rational.isZero(deductions) ? [] : [`扣分 ${exactText(deductions)}`]),
  ]
  return `（${parts.join('，')}）`
}

function onTop({ ladder }: RatingPlan, { effects, final }: Rated): string {
  const struck = effects.filter((one) => one.struck === true).map(({ effect }) => effect)
  const open = effects.filter((one) => one.struck === undefined).map(({ effect }) => effect)
  if (struck.length + open.length === 0) return ''
  const parts = [
    ...struck.map(strikeWords),
    ...(open.length === 0 ? [] : [`${open.map(({ title }) => `“${title}”`).join('、')}是否成立尚缺数据`]),
    `${onlyRung(final) === undefined ? '可能评为' : '评为'}${names(final, ladder)}`,
  ]
  return `${parts.join('，')}。`
}

const names = ({ possible }: Standing, ladder: readonly { readonly title: string }[]): string =>
  possible.map((rung) => `“${ladder[rung]?.title ?? ''}”`).join('或')

/** What an effect that strikes does to the grade, in words. */
export function strikeWords({ kind, title, to }: Effect): string {
  const most = to === undefined ? '' : `，最高评为“${to}”`
  switch (kind) {
    case 'veto':
      return `出现一票否决事项“${title}”${most}`
    case 'downgrade':
      return `因“${title}”降一等`
    case 'cap':
      return `因“${title}”封顶${most}`
  }
}
