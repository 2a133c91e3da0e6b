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
import { settleFinding } from '../../src/enrolment/matching/settle-finding.ts'
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
  db.run<{
    match_id: string
    name: string
    ledger: string
    says: string
    state: string
    why: string
    org_path: string
  }>(
    `select match_id, name, ledger, says, state, why, org_path from enrolment_findings
     where county_code = $1 and ($2::text is null or match_id = $2) order by match_id, says, name`,
    [code, match ?? null],
  )

const state = (list: readonly { match_id: string; state: string }[], match: string) =>
  list.filter((one) => one.match_id === match && one.state === 'open').length
const ofKind = (outcome: string, compared: string) =>
  plantedChildren.filter((one) => one.outcome === outcome && one.compared === compared).length

test('the demo county: every planted child is found and nobody else; what people settle stays settled', async () => {
  const runId = await run()
  const results = await db.run<{ match_id: string; exempt: number; proposed: number; asked: number }>(
    `select match_id, left_rows, right_rows, matched, unmatched, exempt, proposed, asked, warning
     from enrolment_match_results where run_id = $1 order by place`,
    [runId],
  )
  if (process.env.MATCH_SHOW !== undefined) {
    console.log(JSON.stringify(results))
    console.log(JSON.stringify(await findings()))
    const open = await door.read(caller, (ctx) => listProposals(ctx, keyring, { county: code, state: 'open' }))
    console.log(JSON.stringify(open))
    const risks = await door.read(caller, (ctx) => listRisks(ctx, keyring, code, judgedYear))
    console.log(JSON.stringify(risks).slice(0, 3000))
  }
  const first = await findings()
  // 户籍比学籍: mistyped numbers are proposed, the planted missing ones found, each by the township that has to look.
  expect(results.find(({ match_id }) => match_id === 'hukou_roll')?.proposed).toBe(ofKind('proposal', '户籍×学籍'))
  expect(state(first, 'hukou_roll')).toBe(ofKind('finding', '户籍×学籍'))
  expect(first.filter(({ ledger, match_id }) => match_id === 'hukou_roll' && ledger === '待补证明')).toHaveLength(3)
  expect(state(first, 'roll_attendance')).toBe(ofKind('finding', '学籍×在校'))
  expect(results.find(({ match_id }) => match_id === 'hardship_roll')?.proposed).toBe(ofKind('proposal', '困难×学籍'))
  // Nobody's number and nobody's name is shown whole beside another.
  const { proposals } = await door.read(caller, (ctx) => listProposals(ctx, keyring, { county: code, state: 'open' }))
  const [sure] = proposals
  expect(sure?.is_sure).toBe(true)
  expect(JSON.stringify(proposals)).not.toMatch(/\d{14}/)
  const shown = await door.read(caller, (ctx) => listFindings(ctx, keyring, code, { state: 'open' }))
  expect(shown.total).toBe(first.length)
  expect(JSON.stringify(shown)).not.toMatch(/\d{17}/)
  expect(shown.findings.every(({ name }) => name.includes('*'))).toBe(true)

  // One pair is one child, another is two: the second child is to be looked for, and neither pair is asked again.
  const [one, other] = proposals.filter(({ match_title }) => match_title === '户籍比学籍')
  await door.write(caller, async (ctx) => {
    const key = { county: code, proposal: one?.proposal ?? '' }
    await settleProposal(ctx, key, { answer: 'same', why: '录错一位' })
    await settleProposal(ctx, { county: code, proposal: other?.proposal ?? '' }, { answer: 'different', why: '两个人' })
  })
  await run()
  const again = await findings('hukou_roll')
  expect(state(again, 'hukou_roll')).toBe(ofKind('finding', '户籍×学籍') + 1)
  const left = await door.read(caller, (ctx) => listProposals(ctx, keyring, { county: code, state: 'open' }))
  expect(left.total).toBe(proposals.length - 2)

  // 排除 holds while the row stays as it is; a child that has gone from the rows is closed with the reason.
  const [excluded] = await db.run<{ finding_id: string }>(
    `select finding_id from enrolment_findings where match_id = 'hukou_roll' and says like '%未入学%' limit 1`,
  )
  await door.write(caller, (ctx) =>
    settleFinding(
      { ctx, keyring },
      { county: code, finding: excluded?.finding_id ?? '' },
      { answer: 'excluded', why: '已随父母出国', proof: '护照复印件' },
    ),
  )
  await db.run(`delete from r_duty_registers_child_register where child_state = '辍学'`)
  await run()
  const last = await findings('hukou_roll')
  expect(last.filter((row) => row.state === 'excluded')).toHaveLength(1)
  expect(last.filter((row) => row.state === 'gone').map(({ why }) => why)).toEqual([
    '再次比对时已比上，或名册里已没有这个孩子',
  ])
}, 300_000)

test('what is true opens a case with the township and the county', async () => {
  const [row] = await db.run<{ finding_id: string }>(
    `select finding_id from enrolment_findings where match_id = 'hukou_roll' and state = 'open' and ledger = '疑似失学' limit 1`,
  )
  const key = { county: code, finding: row?.finding_id ?? '' }
  await door.write(caller, (ctx) =>
    settleFinding({ ctx, keyring }, key, { answer: 'confirmed', why: '入户见到孩子在家' }),
  )
  const held = await db.run<{ line: string }>(
    `select h.line from enrolment_findings f join enrolment_holdings h on h.county_code = f.county_code and h.case_id = f.case_id
     where f.finding_id = $1 order by h.line`,
    [key.finding],
  )
  expect(held.map(({ line }) => line)).toEqual(['乡镇', '县'])
})
