import { isWithin, type OrgPath, parentPath } from '../organizations/index.ts'

/** A unit that should have signed, and whether it has. */
export interface PledgeUnit {
  readonly path: OrgPath
  readonly name: string
  readonly kind: string
  readonly signed: boolean
  /** Signed, and the scanned copy is filed. */
  readonly copied: boolean
}

/** How far pledges reach, for one kind of unit below one parent. */
export interface PledgeCoverage {
  readonly parent: OrgPath
  readonly kind: string
  readonly units: number
  readonly signed: number
  readonly copied: number
  readonly missing: readonly string[]
}

/** Level by level: below each parent, how many of each kind of unit have signed, and who has not. */
export function coverageOf(units: readonly PledgeUnit[], below: OrgPath): PledgeCoverage[] {
  const groups = new Map<string, PledgeUnit[]>()
  for (const unit of units) {
    if (!isWithin(unit.path, below) || unit.path === below) continue
    const key = `${parentPath(unit.path) ?? ''} ${unit.kind}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [unit])
    else group.push(unit)
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group
      if (first === undefined) return []
      const missing = group.filter(({ signed }) => !signed).map(({ name }) => name)
      return [
        {
          parent: parentPath(first.path) ?? '',
          kind: first.kind,
          units: group.length,
          signed: group.length - missing.length,
          missing,
          copied: group.filter(({ copied }) => copied).length,
        },
      ]
    })
}
