import { type NeedState, type ServingPaper, stateOfNeed } from '@eduduty/core/archive'

/** What decides about the state of a need, without what its papers are called. */
export interface NeedShape {
  readonly waived: boolean
  /** Any papers at all, withdrawn ones among them. */
  readonly papers: boolean
  readonly damaged: boolean
  readonly sound: boolean
  readonly sufficient: boolean
  readonly unread: boolean
  readonly insufficient: boolean
}

/** Columns of a shape for a query that groups by need; `day` is the parameter of today. */
export function shapeColumns(day: string): string {
  const sound = 'not l.is_withdrawn and not l.is_damaged'
  const valid = `${sound} and coalesce(l.valid_until >= ${day}::date, true)`
  const any = (condition: string): string => `coalesce(bool_or(${condition}), false)`
  return `n.waived_reason is not null as waived, ${any('l.paper_id is not null')} as papers,
    ${any('not l.is_withdrawn and l.is_damaged')} as damaged, ${any(sound)} as sound,
    ${any(`${valid} and l.verdict = 'sufficient'`)} as sufficient, ${any(`${valid} and l.verdict is null`)} as unread,
    ${any(`${valid} and l.verdict = 'insufficient'`)} as insufficient`
}

const never = '0000-00-00'
const today = '0000-00-01'
const paper: ServingPaper = {
  ...{ title: '', validUntil: undefined, verdict: undefined, reason: '', isWithdrawn: false, isDamaged: false },
}

/** The state of every need of a shape, by the one rule there is. */
export function stateOfShape(shape: NeedShape): NeedState {
  const papers: ServingPaper[] = [
    ...(shape.papers ? [{ ...paper, isWithdrawn: true }] : []),
    ...(shape.damaged ? [{ ...paper, isDamaged: true }] : []),
    ...(shape.sound ? [{ ...paper, validUntil: never }] : []),
    ...(shape.sufficient ? [{ ...paper, verdict: 'sufficient' as const }] : []),
    ...(shape.unread ? [paper] : []),
    ...(shape.insufficient ? [{ ...paper, verdict: 'insufficient' as const }] : []),
  ]
  return stateOfNeed({ papers, waived: shape.waived ? '' : undefined }, today).state
}
