import type { ClockRule } from '../packs/index.ts'
import { sayLength } from './say-length.ts'

/** In words, when people are reminded before the last day, and who is told how long after it. */
export function sayLadder({ remind, ladder }: Pick<ClockRule, 'remind' | 'ladder'>): string {
  const before = remind.length === 0 ? [] : [`到期前${remind.join('、')}天提醒`]
  const after = ladder.map(({ after: amount, unit, at, post }) => `逾期${sayLength({ amount, unit })}告知${at}${post}`)
  return [...before, ...after].join('；')
}
