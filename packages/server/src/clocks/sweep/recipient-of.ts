import { areaPath, type OrgPath, parentPath } from '@eduduty/core/organizations'
import type { Rung } from '@eduduty/core/packs'
import type { CountyPosts } from './find-county-posts.ts'

interface CountyTold {
  readonly county: string
  readonly posts: CountyPosts
}

/** The unit that is told of somebody's time limit: whose time it is, where no rung says otherwise. */
export function recipientOf(
  row: { readonly org_path: OrgPath },
  rung: Rung | undefined,
  { county, posts }: CountyTold,
): OrgPath {
  switch (rung?.at) {
    case '上级':
      return parentPath(row.org_path) ?? row.org_path
    case '县':
      return posts.get(rung.post) ?? areaPath(county)
    default:
      return row.org_path
  }
}
