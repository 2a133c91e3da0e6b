import { areaPath } from '@eduduty/core/organizations'
import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { askThread } from '../reading/ask-thread.ts'
import { MediaRefused } from '../reading/media-refused.ts'

interface WaitingVersion {
  readonly county_code: string
  readonly paper_id: string
  readonly version_no: number
  readonly org_path: string
  readonly sha256: string
  readonly media: string
  readonly file_name: string
}

const AT_ONCE = 50

/**
 * Reads the words out of every file that waits for it, one after the other, in a thread of its own. A file that cannot be
 * read has no words, and is not tried again. Ends after the file under way
 * when it is stopped. Gives how many were read.
 */
export async function readWaiting(
  door: Door,
  files: FileStore,
  isStopped: () => boolean = () => false,
): Promise<number> {
  const caller = systemCaller('读取佐证材料的正文')
  let done = 0
  for (;;) {
    const rows = await door.read(caller, ({ db }) =>
      db.run<WaitingVersion>(
        `select county_code, paper_id, version_no, org_path, sha256, media, file_name from archive_versions
         where text_state = 'waiting' order by uploaded_at limit ${AT_ONCE}`,
      ),
    )
    if (rows.length === 0) return done
    for (const row of rows) {
      if (isStopped()) return done
      await keepText(door, row, await wordsOf(files, row))
      done += 1
    }
  }
}

async function wordsOf(files: FileStore, row: WaitingVersion): Promise<string> {
  const { county_code: county, sha256, media, file_name: name } = row
  if (!(await files.has(county, sha256))) return ''
  try {
    return await askThread({ kind: 'text', path: files.pathOf(county, sha256), media, name })
  } catch (error) {
    if (error instanceof MediaRefused) return ''
    throw error
  }
}

/** Only the words of the version in use are searched. */
async function keepText(door: Door, row: WaitingVersion, content: string): Promise<void> {
  const { county_code: county, paper_id: paper, version_no: version } = row
  const scope = { scopes: [areaPath(county)], county, path: areaPath(county) }
  await door.write(systemCaller('读取佐证材料的正文', scope), async ({ db }) => {
    await db.run(
      `update archive_versions set text_state = $4 where county_code = $1 and paper_id = $2 and version_no = $3`,
      [county, paper, version, content === '' ? 'none' : 'read'],
    )
    const [current] = await db.run<{ org_path: string }>(
      'select org_path from archive_papers where county_code = $1 and paper_id = $2 and version_no = $3 for update',
      [county, paper, version],
    )
    if (current === undefined) return
    await db.run('delete from archive_texts where county_code = $1 and paper_id = $2', [county, paper])
    if (content === '') return
    await db.kysely
      .insertInto('archive_texts')
      .values({ county_code: county, paper_id: paper, org_path: current.org_path, content })
      .execute()
  })
}
