import type { OrgPath } from '@eduduty/core/organizations'

/** Condition on county codes that every row within `scopes` meets: keeps a query on the data of one county where it can. */
export function countyPatterns(scopes: readonly OrgPath[]): readonly string[] {
  return scopes.map((scope) => {
    const areas = scope.split('/').filter((part) => /^\d+$/.test(part))
    const code = areas.at(-1) ?? ''
    // What is directly below a province or a city is kept under its own code; what is in its counties under theirs.
    return code.length === 6 ? code : `${code}%`
  })
}
