import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planPack } from '@eduduty/core/evaluation'
import { expect, it } from 'vitest'
import { evaluateStored } from '../../src/evaluation/evaluate-stored.ts'
import { runAssessCommand } from '../../src/evaluation/index.ts'
import { openServer } from '../../src/platform/db/server/open-server.ts'
import type { Io } from '../../src/platform/io.ts'
import { createServedDatabase } from '../harness/owned-database.ts'
import { loadDemoPack, sharedDemo } from '../harness/shared-demo.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'
import { writeSmallFolder } from './small-folder.ts'

const root = temporaryFolder()
const silent = { write: () => undefined }

/** Runs the main job; gives the bytes of the two documents that hold every figure. */
async function assess(argv: readonly string[], out: string, env: Io['env'] = {}): Promise<readonly string[]> {
  await runAssessCommand([...argv, '--out', out], { stdout: silent, stderr: silent, cwd: root, isTerminal: false, env })
  return ['assessment.json', 'trace.json'].map((name) => readFileSync(join(root, out, name), 'utf8'))
}

it('gives the same bytes without a database, on the embedded one and on PostgreSQL', async () => {
  const { data, pack } = writeSmallFolder(root)
  const plain = await assess([data, '--pack', pack], 'plain')
  const embedded = await assess([data, '--pack', pack, '--data', 'db'], 'embedded')
  const server = await assess([data, '--pack', pack], 'server', {
    DATABASE_URL: (await createServedDatabase(pack)).served,
  })
  expect(embedded).toEqual(plain)
  expect(server).toEqual(plain)
})

it('gives the same bytes twice for the demo county; PostgreSQL computes the same figures from what was stored', async () => {
  const { folder } = await sharedDemo()
  const { owner, served } = await createServedDatabase()
  const first = await assess([folder], 'first')
  const second = await assess([folder], 'second', { DATABASE_URL: served })
  for (const [at, text] of second.entries()) expect(text === first[at], `document ${at} differs`).toBe(true)
  const { pack, hash } = await loadDemoPack()
  const written = JSON.parse(first[0] ?? '')
  const db = await openServer(owner)
  try {
    const stored = await evaluateStored(db, {
      plan: planPack(pack),
      packHash: hash,
      county: written.run.county,
      snapshot: written.run.snapshot,
      year: written.run.year,
      runId: written.run.id,
      program: written.run.program,
    })
    const { figures, verdict, dispersions } = stored.assessment()
    expect(figures.length).toBeGreaterThan(4000)
    expect(JSON.parse(JSON.stringify({ figures, verdict, dispersions }))).toEqual({
      figures: written.figures,
      verdict: written.verdict,
      dispersions: written.dispersions,
    })
    const [kept] = await db.run('select count(*)::integer as count from evaluation_figures')
    expect(kept).toEqual({ count: figures.length })
  } finally {
    await db.close()
  }
})
