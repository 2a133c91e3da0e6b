import type { ReportOffer } from '@eduduty/core/reports'

/** An attribute that units have in common, such as 学校类型 小学, and how many have it. */
export interface SubjectKind {
  readonly title: string
  readonly value: string
  readonly count: number
}

/** All kinds by which units can be picked, in the order of the register. */
export function kindsOf(subjects: Readonly<ReportOffer['subjects']>): readonly SubjectKind[] {
  const kinds = new Map<string, SubjectKind>()
  for (const { attributes } of subjects)
    for (const [title, value] of Object.entries(attributes)) {
      const key = JSON.stringify([title, value])
      kinds.set(key, { title, value, count: (kinds.get(key)?.count ?? 0) + 1 })
    }
  return [...kinds.values()]
}
