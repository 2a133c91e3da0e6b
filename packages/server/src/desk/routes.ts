import { BackupEntry, BackupList, ChangeKeepDays, SystemStatus } from '@eduduty/core/desk'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { recordingRefusal } from '../platform/http/record-refusal.ts'
import { noContent, ok } from '../platform/http/schemas.ts'
import { backupFolder } from './backup-folder.ts'
import { keepBackup } from './keep-backup.ts'
import { changeKeepDays, readKeepDays } from './keep-days.ts'
import { listBackups } from './list-backups.ts'
import { readStatus } from './read-status.ts'

const read = { access: { verb: 'desk.status_read' } } as const
const change = { access: { verb: 'desk.settings_manage' } } as const

/** State of the system, and backups of an embedded database. */
export const deskRoutes: RegisterRoutes = (app, { door, db, clock, keyring, checkpointFile, files }) => {
  app.get(
    '/api/desk/status',
    { config: read, schema: { summary: '系统状态', response: ok(SystemStatus) } },
    (request) => door.read(callerOf(request), (ctx) => readStatus(ctx, { db, keyring, checkpointFile, files })),
  )
  app.get(
    '/api/desk/backups',
    { config: read, schema: { summary: '已有的备份，新的在前', response: ok(BackupList) } },
    async (request) => {
      const folder = backupFolder(db)
      const keep_days = await door.read(callerOf(request), (ctx) => readKeepDays(ctx.db))
      return { folder: folder ?? null, keep_days, backups: folder === undefined ? [] : listBackups(folder) }
    },
  )
  app.post('/api/desk/backups', { config: change, schema: { summary: '备份', response: ok(BackupEntry) } }, (request) =>
    keepBackup({ door, db, files }, callerOf(request), clock()),
  )
  app.put(
    '/api/desk/backups/keep-days',
    { config: change, schema: { summary: '修改备份保留天数', body: ChangeKeepDays, response: noContent } },
    async (request, reply) => {
      const caller = callerOf(request)
      const tried = { caller, action: 'desk.change_settings', subject: '备份保留天数' } as const
      await recordingRefusal(door, tried, () =>
        door.write(caller, (ctx) => changeKeepDays(ctx, request.body.keep_days)),
      )
      return reply.code(204).send(null)
    },
  )
}
