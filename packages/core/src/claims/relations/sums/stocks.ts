import { type Bounds, bounds } from '../../../formula/index.ts'
import { type Claim, isExact } from '../../extract/claim.ts'
import type { Passage } from '../../extract/find-claims.ts'
import { isSameUnit } from '../../numbers/units.ts'
import { type Question, type Relation, totalOf } from '../relation.ts'

const FIRST = /^[^,;]*(?:年初|期初|上年[末底]|去年[末底]|原有|原来|底子)[^,;]*$/
const LEFT =
  /(?:还剩|剩下|只剩|仅剩|尚有|尚存|尚余|剩余|仍有|仍存|仍剩|保留|还有|现有|现存|现为|实有|实际|年末|年底|期末|结存|净剩)[^,;]{0,8}$/
const COMES = /调入|转入|流入|迁入|新招|招聘|新进|补充|新增|引进|发展|增补|增加|新建|新生|收回|追加/
const GOES =
  /调[离走出]|离任|转出|流出|迁出|退休|辞职|离职|去世|死亡|病故|撤并|撤销|关停|注销|核销|销号|化解|消除|扣除|剔除|减去|除去|归还|偿还|清退|减少|拆除|报废|调减|核减|转为|转型/
const MOST_MOVES = 5

/**
 * 大班额214个，春季减少67个，秋季减少93个，还剩54个; 党员1934名，发展46名，转入71名，转出59名，年初1876名: what there was, with
 * what came and without what went, is what there is.
 */
export function stocks({ claims }: Passage): readonly Question[] {
  return claims.flatMap((last, at) => {
    const isFirst = last.role !== 'change' && FIRST.test(last.near)
    if (!isStock(last) || !(isFirst || LEFT.test(last.near))) return []
    const moves = movesBefore(claims.slice(Math.max(0, at - MOST_MOVES), at), last)
    const other = claims[at - moves.length - 1]
    const isStory = other !== undefined && isStock(other) && !isMove(other) && isNear(other, last)
    if (moves.length === 0 || !isStory) return []
    if (moves.length === 1 && moves[0]?.role === 'change') return []
    return [{ readings: [isFirst ? stockOf(last, moves, other) : stockOf(other, moves, last)] }]
  })
}

const isStock = ({ role, token }: Claim): boolean =>
  ['level', 'base', 'plan'].includes(role) && isExact(token) && token.unit.dimension !== 'percent'

const isNear = (one: Claim, last: Claim): boolean =>
  last.sentence - one.sentence <= 1 && isSameUnit(one.token.unit, last.token.unit)

/** Of two kinds that came, or went, at least: a number that stands for itself is none. */
const isMove = ({ role, near }: Claim): boolean =>
  (role === 'change' && !BESIDES.test(near)) || (role === 'level' && COMES.test(near) !== GOES.test(near))

/** 比车辆数多出14名: by how much it exceeds another, and no move. */
const BESIDES = /比[^,;]*[多少高低]出?$/

function movesBefore(before: readonly Claim[], last: Claim): readonly Claim[] {
  const from = before.findLastIndex((one) => !isMove(one) || one.sentence !== last.sentence || !isNear(one, last)) + 1
  return before.slice(from)
}

const goes = ({ role, near, sign }: Claim): boolean => (role === 'change' ? sign < 0 : GOES.test(near))

const stockOf = (from: Claim, moves: readonly Claim[], to: Claim): Relation => ({
  kind: 'growth',
  tie: 'probable',
  target: to,
  inputs: [from, ...moves],
  compute: ([start = { low: undefined, high: undefined }, ...steps]: readonly Bounds[]) =>
    totalOf([start, ...steps.map((step, at) => (isGone(moves, at) ? bounds.negateBounds(step) : step))]),
  words: ([start, ...steps]) =>
    [start, ...steps.map((step, at) => `${isGone(moves, at) ? '−' : '+'} ${step}`)].join(' '),
})

const isGone = (moves: readonly Claim[], at: number): boolean => {
  const move = moves[at]
  return move !== undefined && goes(move)
}
