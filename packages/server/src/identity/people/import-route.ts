import type { AuditEvent } from '@eduduty/core/audit'
import { ImportedPeople, ImportPeople } from '@eduduty/core/identity'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { RegisterRoutes } from '../../platform/http/app-type.ts'
import { problemResponses } from '../../platform/http/problem.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { writeOrUndo } from '../../platform/write-or-undo.ts'
import { importPeople } from './import-people.ts'

/** A table of people, pasted from a spreadsheet. */
export const importRoute: RegisterRoutes = (app, { door, keyring }) => {
  app.post(
    '/api/identity/people/import',
    {
      config: { access: { verb: 'identity.manage' } },
      schema: { summary: '批量导入人员', body: ImportPeople, response: { 200: ImportedPeople, ...problemResponses } },
    },
    (request) => {
      const caller = callerOf(request)
      const tried = { caller, action: 'identity.add_person', subject: '批量导入人员' } as const
      return recordingRefusal(door, tried, () => applyWhole(door, caller, request.body, keyring))
    },
  )
}

/** All lines or none. */
async function applyWhole(door: Door, caller: Caller, input: ImportPeople, keyring: Keyring): Promise<ImportedPeople> {
  const work = (ctx: Ctx): Promise<ImportedPeople> => importPeople(ctx, input, keyring)
  const outcome = await writeOrUndo(door, caller, work, ({ applied }) => !applied)
  if (!outcome.applied && !input.dry_run) await door.record(caller, refusedImport(outcome))
  return outcome
}

function refusedImport({ findings }: ImportedPeople): AuditEvent {
  const reason = `${findings.length} 行有误`
  return { action: 'identity.add_person', subject: '批量导入人员', result: 'denied', reason }
}
