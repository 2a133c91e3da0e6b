import type { RaterList } from '@eduduty/core/appraisal'
import { isWithin, type OrgPath } from '@eduduty/core/organizations'
import { findPostPaths, listHolders } from '../../identity/index.ts'
import type { Ctx } from '../../platform/ctx.ts'

export type Rater = RaterList['raters'][number]

/**
 * Who may rate at `path`, each with what keeps them from it: whoever holds a post in the unit, or below it, stands back.
 * The system looks: posts of raters may lie above the reach of whoever chooses.
 */
export async function listRaters(ctx: Ctx, path: OrgPath): Promise<readonly Rater[]> {
  const holders = await listHolders(ctx, 'appraisal.rate', path)
  const paths = await findPostPaths(
    ctx,
    holders.map(({ person_id }) => person_id),
  )
  return holders.map(({ person_id, name, post, unit }) => {
    const belongs = (paths.get(person_id) ?? []).some((one) => isWithin(one, path))
    return { person_id, name, post, unit, ...(belongs && { why_not: '在被评单位任职，须回避' }) }
  })
}
