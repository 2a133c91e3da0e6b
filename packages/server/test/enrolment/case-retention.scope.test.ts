import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepOrphans } from '../../src/archive/sweep/sweep-orphans.ts'
import { testCounty, testDoor, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CaseDesk, caseFiles, idNumberOf, openCaseDesk } from './case-desk.ts'
import { placedPhoto } from './placed-photo.ts'

onBothEngines((db) => {
  let desk: CaseDesk
  beforeAll(async () => {
    desk = await openCaseDesk(db())
  })
  afterAll(() => desk.close())

  const path = `retention/${testCounty}`
  const view = async (person: 'bureau' | 'secondBureau') => (await desk.get(person, `enrolment/${path}`)).json()

  describe('a case that ended long ago', () => {
    it('loses what is personal when a second person approves; figures stay, and so do younger cases', async () => {
      desk.at('2026-09-01')
      const old = await desk.open({ name: '钟小满', id_number: idNumberOf(301) })
      const record = 'f'.repeat(32)
      await desk.step('riverSchool', old, 'visit', { key: record, says: '见到钟大山' })
      expect((await desk.sendPicture('riverSchool', old, record, placedPhoto)).statusCode).toBe(200)
      await desk.step('riverSchool', old, 'persuade')
      await db().run(
        `insert into enrolment_findings (county_code, finding_id, org_path, pack_id, match_id, match_title, year, ledger,
           subject, print, says, name, guardian, address, why, from_path, found_at, last_run, state, case_id, schools)
         values ($1, 'f1', $2, 'p', 'm', '比对', 2026, '疑似辍学', 'index of the number', '', '缺勤', '钟小满', '钟大山',
           '上村3组', '钟大山说外出', $2, '2026-08-31T00:00:00Z', 'r', 'confirmed', $3, '[]')`,
        [testCounty, testPath, old],
      )
      await db().run(
        `insert into enrolment_proposals (county_code, proposal_id, org_path, pack_id, match_id, match_title, year,
           left_subject, right_subject, left_title, right_title, left_cells, right_cells, left_number, right_number,
           reasons, points, is_sure, last_run, state, settled_by, why, earlier)
         values ($1, 'p1', $2, 'p', 'm', '比对', 2026, 'index of the number', 'another', '左', '右', '{"name":"钟小满"}',
           '{"name":"钟小满"}', '', '', '[]', 50, true, 'r', 'open', '', '钟大山说是', '')`,
        [testCounty, testPath],
      )
      const close = async (id: string) => {
        await desk.step('green', id, 'propose_exit', { exit: 'abroad', proof: '签证' })
        expect((await desk.step('bureau', id, 'confirm_exit')).status).toBe(200)
      }
      await close(old)
      desk.at('2035-08-31')
      expect((await desk.post('bureau', `${path}/destructions`, { reason: '清单1号' })).json().type).toBe(
        'enrolment.nothing_to_destroy',
      )
      const young = await desk.open({ name: '程小雨' })
      await close(young)
      desk.at('2035-09-01')
      expect(await view('bureau')).toMatchObject({ years: 9, due: [{ year: 2026, cases: 1 }], kept: 1 })
      const asked = await desk.post('bureau', `${path}/destructions`, { reason: '清单1号' })
      const decision = `${path}/destructions/${asked.json().destruction}/decision`
      const yes = { approves: true, says: '' }
      expect((await desk.post('secondBureau', decision, { ...yes, approves: false })).json().type).toBe(
        'enrolment.refusal_unsaid',
      )
      expect((await desk.post('bureau', decision, yes)).json().type).toBe('enrolment.own_destruction')
      expect((await desk.post('green', decision, yes)).statusCode).toBe(403)
      expect((await desk.post('secondBureau', decision, yes)).json()).toMatchObject({ destroyed: 1 })
      expect((await desk.post('secondBureau', decision, yes)).json().type).toBe('enrolment.destruction_decided')

      for (const table of ['holdings', 'events', 'case_papers', 'findings'])
        expect(
          JSON.stringify(await db().run(`select * from enrolment_${table} where case_id = $1`, [old])),
        ).not.toMatch(/钟小满|钟大山|程大山|上村3组|谈了两小时|index of the number/)
      const pairs = await db().run('select * from enrolment_proposals')
      expect(JSON.stringify(pairs)).not.toMatch(/钟小满|钟大山|index of the number/)
      expect(pairs).toMatchObject([{ state: 'gone' }])
      const titles = await db().run(`select title from clocks_clocks where subject_id = $1`, [old])
      expect(new Set(titles.map(({ title }) => title))).toEqual(new Set(['已销毁']))
      const { row, papers, events, destroyed_on: destroyedOn } = await desk.read('bureau', old)
      expect(row).toMatchObject({
        name: '已销毁',
        visits: 1,
        persuasions: 1,
        exit: '出国出境',
        closed_on: '2026-09-01',
      })
      expect([papers, events.length, destroyedOn]).toEqual([[], 5, '2035-09-01'])
      expect(await desk.read('bureau', young)).not.toHaveProperty('destroyed_on')
      // Nothing personal comes in again.
      const note = { says: '钟小满家又去了一次', is_private: false }
      expect((await desk.post('bureau', `cases/${testCounty}/${old}/notes`, note)).json().type).toBe(
        'enrolment.case_destroyed',
      )
      expect(await desk.read('bureau', old)).toMatchObject({ may_note: false, may_hand_over: false })
      expect((await desk.read('green', young)).row.name).toBe('程**')
      expect(await view('secondBureau')).toMatchObject({ due: [], kept: 1, destructions: [{ state: 'approved' }] })
    })

    it('has its files removed by the next sweep; histories of other cases are only added to', async () => {
      const files = await db().run<{ sha256: string }>(
        `select v.sha256 from archive_versions v join archive_papers p on p.paper_id = v.paper_id
         where v.destroyed_at is not null`,
      )
      expect(files.length).toBeGreaterThanOrEqual(3)
      await sweepOrphans(testDoor(db()), caseFiles, new Date(Date.now() + 3 * 86_400_000))
      for (const { sha256 } of files) expect(await caseFiles.has(testCounty, sha256)).toBe(false)
      const rewriting = testDoor(db()).write(
        {
          actor: { id: 'x', name: 'x', kind: 'system', county: testCounty, path: testPath },
          verb: 'system',
          scopes: [testPath],
          purpose: '',
          origin: { requestId: '', address: '' },
        },
        (ctx) => ctx.db.run(`update enrolment_events set says = '改' where says <> ''`),
      )
      await expect(rewriting).rejects.toThrow()
    })
  })
})
