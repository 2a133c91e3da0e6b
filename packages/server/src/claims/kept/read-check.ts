import { type CheckDetail, type FindingMark, MarkState } from '@eduduty/core/claims'
import { type GrantInForce, scopesFor } from '@eduduty/core/identity'
import { Value } from 'typebox/value'
import type { Ctx } from '../../platform/ctx.ts'
import { type CheckKey, contentOf, getCheck, presentEntry, resultOf } from './check-row.ts'

type ReadCtx = Pick<Ctx, 'db' | 'now' | 'actor'>

/** A check with everything that its page shows. Errors: `claims.not_found`. */
export async function readCheck(ctx: ReadCtx, key: CheckKey, grants: readonly GrantInForce[]): Promise<CheckDetail> {
  const row = await getCheck(ctx, key)
  const { check, figures, changes } = resultOf(row)
  return {
    ...presentEntry(row, ctx.actor.id),
    file_name: row.file_name,
    sha256: row.sha256,
    content: contentOf(row),
    result: check,
    figures,
    ...(changes !== undefined && { changes }),
    marks: await listMarks(ctx, key),
    may_mark: scopesFor(grants, 'claims.check').some((scope) => row.org_path.startsWith(scope)),
  }
}

interface MarkRow {
  readonly finding: number
  readonly state: string
  readonly note: string
  readonly person_name: string
  readonly marked_at: string
}

const MOST = 5000

/** What people made of the findings of a check, oldest first. */
export async function listMarks({ db }: Pick<Ctx, 'db'>, key: CheckKey): Promise<FindingMark[]> {
  const rows = await db.run<MarkRow>(
    `select finding, state, note, person_name, marked_at from claims_marks
     where county_code = $1 and check_id = $2 order by mark_no limit ${MOST}`,
    [key.county, key.check],
  )
  return rows.map(({ finding, state, note, person_name: by, marked_at: at }) => ({
    finding,
    note,
    by,
    at,
    state: Value.Check(MarkState, state) ? state : 'open',
  }))
}
