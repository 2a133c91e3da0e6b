import type { Effect } from '../../packs/index.ts'
import { onlyRung, type Standing } from './climb-ladder.ts'
import type { RatingPlan } from './plan-rating.ts'
import type { Rated } from './rated.ts'
import type { PointsView } from './rating-contract.ts'

/** The points, the grade they give, and what came on top, in one sentence. */
export function ratingWords({ rating, ladder }: RatingPlan, rated: Rated, points: PointsView): string {
  const name = (standing: Standing): string =>
    standing.possible.map((rung) => `“${ladder[rung]?.title ?? ''}”`).join('或')
  if (rated.points.status === 'error') return '评分办法有误，不能计分。'
  if (rated.final.possible.length === 0) return '没有适用的项目，不评等。'
  const struck = rated.effects.filter((effect) => effect.struck === true).map(({ effect }) => effect)
  const open = rated.effects.filter((effect) => effect.struck === undefined).map(({ effect }) => effect)
  const isOpen = onlyRung(rated.final) === undefined
  const parts = [
    `得分 ${points.shown}${points.value === undefined ? '（有数据未报）' : ''}，满分 ${rating.full}`,
    `按得分${onlyRung(rated.base) === undefined ? '可能' : ''}为${name(rated.base)}`,
    ...struck.map((effect) => strikeWords(effect, ladder.at(-1)?.title ?? '')),
    ...(open.length === 0 ? [] : [`${open.map(({ title }) => `“${title}”`).join('、')}是否成立尚缺数据`]),
    ...(struck.length === 0 && open.length === 0 ? [] : [`${isOpen ? '可能' : '评'}为${name(rated.final)}`]),
  ]
  return `${parts.join('，')}。`
}

function strikeWords({ kind, title, to }: Effect, last: string): string {
  switch (kind) {
    case 'veto':
      return `出现一票否决事项“${title}”，一律评为“${to ?? last}”`
    case 'downgrade':
      return `因“${title}”降低一个等次`
    case 'cap':
      return `因“${title}”最高评为“${to ?? ''}”`
  }
}
