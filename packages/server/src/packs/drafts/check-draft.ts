import type { DraftCheck, DraftProblem, PackProblem } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { type DraftKey, getDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { readDrafted } from './read-drafted.ts'

const LISTED = 200

/** Everything wrong or doubtful in a draft as it was saved last. Errors: `pack.draft_not_found`. */
export async function checkDraft({ db }: Ctx, key: DraftKey): Promise<DraftCheck> {
  const { revision } = await getDraft(db, key)
  const { problems } = await readDrafted(db, await readDraftFiles(db, key))
  const errors = problems.filter(({ warning }) => warning !== true)
  const sorted = [...errors, ...problems.filter(({ warning }) => warning === true)]
  return {
    revision,
    errors: errors.length,
    warnings: problems.length - errors.length,
    problems: sorted.slice(0, LISTED).map(problemOf),
  }
}

function problemOf({ code, message, file, line, column, length, suggestion, warning }: PackProblem): DraftProblem {
  return {
    code,
    message,
    file,
    line,
    column,
    length,
    ...(suggestion !== undefined && { suggestion }),
    ...(warning === true && { warning }),
  }
}
