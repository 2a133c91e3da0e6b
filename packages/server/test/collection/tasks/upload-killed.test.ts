import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openEmbedded } from '../../../src/platform/db/embedded/open-embedded.ts'
import { runModule } from '../../harness/child-program.ts'
import { temporaryFolder } from '../../harness/temporary-folder.ts'
import { type CollectingCounty, openCollecting, today } from './collecting-county.ts'
import { rightAnswers } from './filled-form.ts'
import { xlsxOf } from './school-files.ts'

const base = temporaryFolder()
const before = join(base, 'before')
const file = join(base, '学校填报表.xlsx')
let open: CollectingCounty

beforeAll(async () => {
  writeFileSync(file, await xlsxOf())
  const db = await openEmbedded(before)
  open = await openCollecting(db, '990950')
  await db.close()
})

/** Sends the file; says when it comes to the stage `halt`, and halts there for ever; without such a stage it ends. */
const sending = (data: string, halt: string): string => `
  const { readFile } = await import('node:fs/promises')
  const { receiveUpload } = await import(dist + 'collection/upload/receive-upload.js')
  const { noCheckpoints } = await import(dist + 'platform/audit/checkpoints.js')
  const { openDatabase } = await import(dist + 'platform/db/open-database.js')
  const { createDoor } = await import(dist + 'platform/door.js')
  const { temporaryKeyring } = await import(dist + 'platform/keys/keyring.js')
  const { data, halt, file, key, path, now } = ${JSON.stringify({ data, halt, file, key: open.key, path: open.school, now: today })}
  const db = await openDatabase({ dataDir: data })
  const keyring = temporaryKeyring()
  const door = createDoor({ db, clock: () => new Date(now), auditLog: { keyring, checkpoints: noCheckpoints } })
  const reach = async (stage) => {
    if (stage !== halt) return
    process.stdout.write(stage + '\\n')
    await new Promise((resolve) => setTimeout(resolve, 600_000))
  }
  const halting = (ctx) => ({
    ...ctx,
    db: {
      ...ctx.db,
      loadRows: async (table, ...rest) => {
        await ctx.db.loadRows(table, ...rest)
        await reach(table)
      },
    },
  })
  const allButTheEnd = (work) => async (ctx) => {
    const done = await work(halting(ctx))
    await reach('all but the end')
    return done
  }
  const watched = { ...door, write: (caller, work) => door.write(caller, allButTheEnd(work)) }
  const actor = { id: 'p-clerk', name: '叶晴川', kind: 'person', county: key.county, path }
  const caller = { actor, verb: 'collection.fill', scopes: [path], purpose: '测试', origin: { requestId: 't', address: '' } }
  const sent = { name: '学校填报表.xlsx', bytes: new Uint8Array(await readFile(file)) }
  await receiveUpload(watched, caller, key, { file: sent, keyring })
  await reach('answered')
  await db.close()
`

async function killedAt(stage: string) {
  const data = join(base, stage)
  cpSync(before, data, { recursive: true })
  const child = runModule(base, sending(data, stage))
  const line = await child.lines.next()
  if (line.done === true) throw new Error(child.errors())
  expect(line.value).toBe(stage)
  child.process.kill('SIGKILL')
  await child.ended
  const db = await openEmbedded(data)
  try {
    const [left] = await db.run(
      `select (select count(*)::int from collection_uploads) as uploads,
         (select count(*)::int from collection_cell_changes) as changes,
         (select count(*)::int from collection_submissions where task_id is not null) as submissions,
         (select count(*)::int from r_quality_balance_2017_school_form) as rows,
         (select max(filled_cells)::int from collection_tasks) as filled`,
    )
    return left
  } finally {
    await db.close()
  }
}

const nothing = { uploads: 0, changes: 0, submissions: 0, rows: 0, filled: 0 }

it.each(['collection_cell_changes', 'collection_findings', 'all but the end'])(
  'a form whose upload is killed at “%s” is as it was before',
  async (stage) => {
    expect(await killedAt(stage)).toEqual(nothing)
  },
)

it('a form whose upload was answered before the kill is there whole, with its file', async () => {
  const left = await killedAt('answered')
  expect(left).toMatchObject({ uploads: 1, submissions: 1, rows: 1 })
  expect(left?.changes).toBeGreaterThanOrEqual(Object.keys(rightAnswers).length - 2)
  expect(Number(left?.filled)).toBeGreaterThanOrEqual(Object.keys(rightAnswers).length)
})
