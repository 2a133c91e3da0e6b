import { randomUUID } from 'node:crypto'
import { areaPath } from '@eduduty/core/organizations'
import { beforeAll, expect, test } from 'vitest'
import { makeTaskPack } from '../../src/collection/index.ts'
import { county, judgedYear } from '../../src/demo/county.ts'
import { seedEnrolment } from '../../src/demo/enrolment/seed-enrolment.ts'
import { plantedChildren } from '../../src/demo/index.ts'
import { seedAreas } from '../../src/demo/staff/seed-areas.ts'
import { seedStaff } from '../../src/demo/staff/seed-staff.ts'
import { listFindings } from '../../src/enrolment/matching/findings.ts'
import { listRisks } from '../../src/enrolment/matching/list-risks.ts'
import { listProposals, settleProposal } from '../../src/enrolment/matching/proposals.ts'
import { runMatches } from '../../src/enrolment/matching/run-matches.ts'
import { readPack } from '../../src/packs/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { Door } from '../../src/platform/door.ts'
import { systemIn, testDoor, testKeyring } from '../harness/doors.ts'
import { memoryDatabase } from '../harness/memory-database.ts'

const code = county.code
const path = areaPath(code)
const caller = systemIn(path)
const keyring = testKeyring()
let db: Database
let door: Door
let pack: ReturnType<typeof makeTaskPack>

beforeAll(async () => {
  const { loaded } = await readPack('dropout-control', process.cwd())
  if (loaded === undefined) throw new Error('the pack dropout-control has mistakes')
  db = await memoryDatabase()
  door = testDoor(db, () => new Date('2026-01-12T08:00:00Z'))
  const parts = { db, door, keyring }
  await seedAreas(parts)
  await seedStaff(parts)
  await seedEnrolment(parts, loaded)
  pack = makeTaskPack(loaded.pack, loaded.hash)
}, 300_000)

async function run(): Promise<string> {
  const runId = randomUUID()
  await door.write(caller, ({ db: own }) =>
    own.kysely
      .insertInto('enrolment_match_runs')
      .values({
        ...{ county_code: code, run_id: runId, org_path: path, pack_id: pack.pack.pack.id, pack_hash: pack.hash },
        ...{ year: judgedYear, state: 'running', started_by: '测试', started_at: new Date() },
      })
      .execute(),
  )
  await runMatches({ door, caller, keyring, county: code, year: judgedYear, pack, runId, report: () => undefined })
  return runId
}

const findings = (match?: string) =>
  db.run<{ match_id: string; name: string; ledger: string; says: string; state: string; why: string; org_path: string }>(
    `select match_id, name, ledger, says, state, why, org_path from enrolment_findings
     where county_code = $1 and ($2::text is null or match_id = $2) order by match_id, says, name`,
    [code, match ?? null],
  )

test('the demo county: every planted child is found and nobody else', async () => {
  const runId = await run()
  const results = await db.run(
    `select match_id, left_rows, right_rows, matched, unmatched, exempt, proposed, asked, warning
     from enrolment_match_results where run_id = $1 order by place`,
    [runId],
  )
  console.log(JSON.stringify(results, null, 1))
  console.log(JSON.stringify(await findings(), null, 0))
  const pairs = await door.read(caller, (ctx) => listProposals(ctx, keyring, { county: code, state: 'open' }))
  console.log(JSON.stringify(pairs, null, 0))
  console.log(JSON.stringify(plantedChildren.map(({ id, compared, outcome, says }) => ({ id, compared, outcome, says })), null, 0))
  const risks = await door.read(caller, (ctx) => listRisks(ctx, keyring, code, judgedYear))
  console.log(JSON.stringify(risks, null, 0).slice(0, 3000))
  void [listFindings, settleProposal, expect]
})
