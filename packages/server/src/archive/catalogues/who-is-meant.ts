import { type CodedUnit, codesOfUnit } from '@eduduty/core/organizations'
import type { EvidenceNeed } from '@eduduty/core/packs'
import type { WhoOwes } from '../../evaluation/index.ts'

/** What an evaluation knows of the materials that only some owe, and of those whom it leaves out. */
export interface Meant extends WhoOwes {
  readonly year: number
}

/** `spared`: why the unit does not owe a material; empty: it does. `note`: that nobody can tell yet. */
export interface Standing {
  readonly spared: string
  readonly note: string
}

/** Of what a material is asked; a duty has no grain, for no evaluation judges it. */
export interface AskingItem {
  readonly id: string
  readonly grain?: string
}

const OWED: Standing = { spared: '', note: '' }

/**
 * Whether a material means a unit. Whom the evaluation leaves out of the item owes none of its materials. By the condition of a
 * material, a unit with several subjects (stages) owes it for any of them; at the county itself the condition holds for every
 * unit that answers for it. What cannot be told is asked, with a note.
 */
export function whoIsMeant(meant: Meant, item: AskingItem, material: EvidenceNeed): (unit: CodedUnit) => Standing {
  const left = new Map(
    meant.leftOut.filter(({ grain }) => grain === item.grain).map(({ unit, reason }) => [unit, reason]),
  )
  const standingOf = byCondition(meant, item, material)
  return (of) => {
    const [reason] = codesOfUnit(of).flatMap((code) => left.get(code) ?? [])
    return reason === undefined
      ? standingOf(of)
      : { spared: `${reason}；${meant.year}年度的评估不列入本单位`, note: '' }
  }
}

function byCondition(
  { year, asked }: Meant,
  item: AskingItem,
  { id, when, reason = '' }: EvidenceNeed,
): (unit: CodedUnit) => Standing {
  if (when === undefined) return () => OWED
  const found = asked.find((one) => one.indicator === item.id && one.material === id && one.when === when)
  if (found === undefined) return () => ({ spared: '', note: `${reason}；${year}年还没有评估结果，先列为需要` })
  return (of) => {
    const codes = new Set(codesOfUnit(of))
    const own = found.subjects.filter(({ unit }) => unit === undefined || codes.has(unit))
    if (own.some(({ is_needed: needed }) => needed === true)) return { spared: '', note: reason }
    if (own.length === 0 || own.some(({ is_needed: needed }) => needed === undefined))
      return { spared: '', note: `${reason}；本单位的数据还不够判断，先列为需要` }
    return { spared: `${reason}；按${year}年度的评估结果，本单位不在其内`, note: '' }
  }
}
