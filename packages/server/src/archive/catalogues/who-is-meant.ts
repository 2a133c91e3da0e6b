import type { AskedEvidence } from '@eduduty/core/evaluation'
import { type CodedUnit, codesOfUnit } from '@eduduty/core/organizations'
import type { EvidenceNeed } from '@eduduty/core/packs'

/** What an evaluation knows of the materials that only some owe. */
export interface Meant {
  readonly year: number
  readonly asked: readonly AskedEvidence[]
}

/** `spared`: why the unit does not owe a material; empty: it does. `note`: that nobody can tell yet. */
export interface Standing {
  readonly spared: string
  readonly note: string
}

const OWED: Standing = { spared: '', note: '' }

/**
 * Whether the condition of a material means a unit. A unit with several subjects (stages) owes it for any of them; at the
 * county itself the condition holds for every unit that answers for it. What cannot be told is asked, with a note.
 */
export function whoIsMeant(
  { year, asked }: Meant,
  item: string,
  { id, when, reason = '' }: EvidenceNeed,
): (unit: CodedUnit) => Standing {
  if (when === undefined) return () => OWED
  const found = asked.find((one) => one.indicator === item && one.material === id && one.when === when)
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
