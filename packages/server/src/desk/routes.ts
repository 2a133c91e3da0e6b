import { BackupEntry, BackupList, SystemStatus } from '@eduduty/core/desk'
import { callerOf } from '../platform/http/access.ts'
import type { RegisterRoutes } from '../platform/http/app-type.ts'
import { problemResponses } from '../platform/http/problem.ts'
import { backupFolder } from './backup-folder.ts'
import { listBackups } from './list-backups.ts'
import { makeBackup } from './make-backup.ts'
import { readStatus } from './read-status.ts'

const read = { access: { verb: 'desk.status_read' } } as const
const change = { access: { verb: 'desk.settings_manage' } } as const

/** State of the system, and backups of an embedded database. */
export const deskRoutes: RegisterRoutes = (app, { door, db, clock, keyring, checkpointFile }) => {
  app.get(
    '/api/desk/status',
    { config: read, schema: { summary: '系统状态', response: { 200: SystemStatus, ...problemResponses } } },
    (request) => door.read(callerOf(request), (ctx) => readStatus(ctx, { db, keyring, checkpointFile })),
  )
  app.get(
    '/api/desk/backups',
    { config: read, schema: { summary: '已有的备份，新的在前', response: { 200: BackupList, ...problemResponses } } },
    async () => {
      const folder = backupFolder(db)
      return { folder: folder ?? null, backups: folder === undefined ? [] : listBackups(folder) }
    },
  )
  app.post(
    '/api/desk/backups',
    { config: change, schema: { summary: '备份', response: { 200: BackupEntry, ...problemResponses } } },
    async (request) => {
      const caller = callerOf(request)
      try {
        const made = await makeBackup(db, clock())
        const { name, bytes } = made
        await door.record(caller, { action: 'desk.backup', subject: name, detail: { bytes, rows: made.rows ?? 0 } })
        return made
      } catch (error) {
        await door.record(caller, { action: 'desk.backup', subject: '备份', result: 'failed' })
        throw error
      }
    },
  )
}
