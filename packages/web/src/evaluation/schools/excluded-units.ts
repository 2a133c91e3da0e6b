import type { Subject } from '@eduduty/core/evaluation'

/** A school stands once, though it is left out at several grains (学校, 学校学段) for the same reason. */
export function excludedUnits(subjects: readonly Subject[]): Subject[] {
  const found = new Map<string, Subject>()
  for (const subject of subjects) {
    if (subject.included) continue
    const key = `${subject.unit ?? subject.id} ${subject.exclusion?.reason ?? ''}`
    const known = found.get(key)
    const plainer = known === undefined || dimensionsOf(subject) < dimensionsOf(known)
    if (plainer) found.set(key, subject)
  }
  return [...found.values()]
}

const dimensionsOf = (subject: Subject) => Object.keys(subject.dimensions).length
