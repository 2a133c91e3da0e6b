import { countyOf, type OrgPath } from '@eduduty/core/organizations'

/** The counties that the scopes lie in; null when one of them spans several. Stands in WHERE, so that a query goes to one shard. */
export function countiesIn(scopes: readonly OrgPath[]): readonly string[] | null {
  const within = scopes.every((scope) => /^\d{2}\/\d{4}\/\d{6}\//.test(scope))
  return within ? [...new Set(scopes.map(countyOf))] : null
}
