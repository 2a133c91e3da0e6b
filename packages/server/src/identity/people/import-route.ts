import { ImportedPeople, ImportedPeopleFile, ImportPeople } from '@eduduty/core/identity'
import { Type } from 'typebox'
import type { Caller, Ctx } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import { callerOf } from '../../platform/http/access.ts'
import type { App, Deps, RegisterRoutes } from '../../platform/http/app-type.ts'
import { recordingRefusal } from '../../platform/http/record-refusal.ts'
import { Content, CountyCode, ok, strict } from '../../platform/http/schemas.ts'
import { sendTable } from '../../platform/http/send-file.ts'
import { FileName, returnedName, sentFile, takingFiles } from '../../platform/http/take-file.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { markImportFile } from '../../platform/workbooks/import-file.ts'
import { writeOrUndo } from '../../platform/write-or-undo.ts'
import { importPeople } from './import-people.ts'
import { type ReceivePeople, receivePeople, refusedImport } from './receive-people.ts'

const manage = { access: { verb: 'identity.manage' } } as const

/** The most that a list of people may weigh. */
const fileBytes = 4 * 1024 * 1024

const FileQuery = Type.Object(
  {
    name: FileName,
    county_code: CountyCode,
    dry_run: Type.Optional(Type.Boolean({ description: '只检查，不写入' })),
  },
  strict,
)

/** A table of people, pasted from a spreadsheet or as a file. */
export const importRoute: RegisterRoutes = (app, deps) => {
  const { door, keyring } = deps
  app.post(
    '/api/identity/people/import',
    { config: manage, schema: { summary: '批量导入人员', body: ImportPeople, response: ok(ImportedPeople) } },
    (request) => {
      const caller = callerOf(request)
      return recordingRefusal(door, triedBy(caller), () => applyWhole(door, caller, request.body, keyring))
    },
  )
  takingFiles(app, fileBytes, (inner) => fileRoutes(inner, deps))
}

function fileRoutes(app: App, { door, keyring }: Deps): void {
  const receive = (caller: Caller, input: ReceivePeople) =>
    recordingRefusal(door, triedBy(caller), () => receivePeople(door, caller, input, keyring))

  app.post(
    '/api/identity/people/import-file',
    {
      config: manage,
      bodyLimit: fileBytes,
      schema: { summary: '用文件批量导入人员', querystring: FileQuery, response: ok(ImportedPeopleFile) },
    },
    async (request) => {
      const { name, county_code: county, dry_run: dryRun = false } = request.query
      return (await receive(callerOf(request), { file: sentFile(name, request.body), county, dryRun })).outcome
    },
  )

  app.post(
    '/api/identity/people/import-file/marked',
    {
      config: manage,
      bodyLimit: fileBytes,
      schema: {
        summary: '标出错误的人员名册：原文件，错处标红',
        querystring: FileQuery,
        produces: ['application/octet-stream'],
        response: ok(Content),
      },
    },
    async (request, reply) => {
      const { name, county_code: county } = request.query
      const file = sentFile(name, request.body)
      const { findings } = await receive(callerOf(request), { file, county, dryRun: true })
      return sendTable(reply, returnedName(name), 'xlsx', await markImportFile(file, findings))
    },
  )
}

const triedBy = (caller: Caller) => ({ caller, action: 'identity.add_person', subject: '批量导入人员' }) as const

/** All lines or none. */
async function applyWhole(door: Door, caller: Caller, input: ImportPeople, keyring: Keyring): Promise<ImportedPeople> {
  const work = (ctx: Ctx): Promise<ImportedPeople> => importPeople(ctx, input, keyring)
  const outcome = await writeOrUndo(door, caller, work, ({ applied }) => !applied)
  if (!outcome.applied && !input.dry_run) await door.record(caller, refusedImport(outcome.findings.length))
  return outcome
}
