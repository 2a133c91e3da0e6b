import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import type { DraftRow } from './draft-row.ts'

/** Whether a report was sent for review and the caller is one who may sign it: nobody signs what they sent. */
export function waitsFor(
  { actor }: Pick<Ctx, 'actor'>,
  grants: readonly GrantInForce[],
  row: Pick<DraftRow, 'state' | 'sent_by' | 'org_path'>,
): boolean {
  if (row.state !== 'review' || row.sent_by === actor.id) return false
  return scopesFor(grants, 'reports.sign').some((scope) => row.org_path.startsWith(scope))
}
