import type { Database } from '../platform/db/database.ts'

/** Beside the data folder, never in it. A server's database is backed up by its owner, not from here: then undefined. */
export function backupFolder({ kind, place }: Pick<Database, 'kind' | 'place'>): string | undefined {
  return kind === 'embedded' ? `${place}-backups` : undefined
}
