import { areaPath } from '@eduduty/core/organizations'
import { systemCaller } from '../../platform/ctx.ts'
import type { Door } from '../../platform/door.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { markContent } from './mark-content.ts'

export interface Scrubbed {
  readonly files: number
  readonly damaged: number
  readonly restored: number
}

interface DueContent {
  readonly county_code: string
  readonly sha256: string
}

const DAY = 24 * 60 * 60 * 1000
const AT_ONCE = 200

/**
 * Reads files anew and holds them against their hashes, those not looked at for the longest time first, until `until`.
 * What is damaged or gone is brought back from the copy in the backups where that is sound, and else marked, so that no
 * need rests on it unseen. Gives what was done.
 */
export async function scrubFiles(
  door: Door,
  files: FileStore,
  copies: FileStore | undefined,
  { now, until }: { readonly now: () => Date; readonly until: Date },
): Promise<Scrubbed> {
  const done = { files: 0, damaged: 0, restored: 0 }
  for (;;) {
    const due = await dueContents(door, new Date(until.getTime() - DAY))
    for (const content of due) {
      if (now() >= until) return done
      const state = await checkContent(files, copies, content)
      await note(door, content, state, now())
      done.files += 1
      if (state === 'damaged') done.damaged += 1
      if (state === 'restored') done.restored += 1
    }
    if (due.length < AT_ONCE) return done
  }
}

/** Once a day is enough. */
function dueContents(door: Door, before: Date): Promise<readonly DueContent[]> {
  return door.read(systemCaller('巡检佐证文件'), ({ db }) =>
    db.run<DueContent>(
      `select county_code, sha256 from archive_versions where destroyed_at is null and (scrubbed_at is null or scrubbed_at < $1)
       group by county_code, sha256 order by min(scrubbed_at) nulls first, sha256 limit ${AT_ONCE}`,
      [before],
    ),
  )
}

type ContentState = 'sound' | 'damaged' | 'restored'

async function checkContent(
  files: FileStore,
  copies: FileStore | undefined,
  { county_code: county, sha256 }: DueContent,
): Promise<ContentState> {
  if ((await measured(files, county, sha256)) === sha256) return 'sound'
  if (copies === undefined || (await measured(copies, county, sha256)) !== sha256) return 'damaged'
  const copy = await files.receive(copies.read(county, sha256), Number.POSITIVE_INFINITY)
  await files.place(county, copy)
  return (await measured(files, county, sha256)) === sha256 ? 'restored' : 'damaged'
}

/** A file that the disk does not give back is as good as damaged; it must not keep the others from being read. */
async function measured(files: FileStore, county: string, sha256: string): Promise<string | undefined> {
  try {
    return await files.measure(county, sha256)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return undefined
    throw error
  }
}

async function note(door: Door, content: DueContent, state: ContentState, now: Date): Promise<void> {
  const { county_code: county, sha256 } = content
  const path = areaPath(county)
  await door.write(systemCaller('巡检佐证文件', { scopes: [path], county, path }), async (ctx) => {
    const changed = await markContent(ctx, county, sha256, state === 'damaged')
    await ctx.db.run('update archive_versions set scrubbed_at = $3 where county_code = $1 and sha256 = $2', [
      county,
      sha256,
      now,
    ])
    if (changed === 0 && state !== 'restored') return
    const subject = `${sha256.slice(0, 12)}…`
    ctx.audit({ action: 'archive.scrub', subject, detail: { found: foundTitles[state] } })
  })
}

const foundTitles: Readonly<Record<ContentState, string>> = {
  sound: '恢复完好',
  damaged: '损坏',
  restored: '已从备份恢复',
}
