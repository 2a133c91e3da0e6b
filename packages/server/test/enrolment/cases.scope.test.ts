import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepClocks } from '../../src/clocks/index.ts'
import { testCounty, testDoor, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CaseDesk, child, idNumberOf, openCaseDesk, type Person } from './case-desk.ts'

onBothEngines((db) => {
  let desk: CaseDesk
  beforeAll(async () => {
    desk = await openCaseDesk(db())
  })
  afterAll(() => desk.close())

  const firings = () =>
    db().run<{ kind: string; on_day: string; org_path: string; post: string; title: string }>(
      `select kind, on_day, org_path, post, title from clocks_firings order by on_day, kind, post`,
    )

  describe('a case of a child out of school', () => {
    it('is held by township, school and county, each with its own copy, and shown masked', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ id_number: idNumberOf(101) })
      for (const person of ['green', 'riverSchool', 'bureau'] as const) {
        const { row, id_number: number, guardian_phone: phone, holders } = await desk.read(person, id)
        expect(row).toMatchObject({
          name: '程**',
          age: 13,
          owner: '学校',
          owner_name: '绿水小学',
          state_title: '劝返',
        })
        expect([number, phone]).toEqual([
          expect.stringMatching(/^990\*+\d{3}[\dX]$/),
          expect.stringMatching(/^199\*+1111$/),
        ])
        expect(holders.map(({ line, unit_name: name }) => `${line} ${name}`)).toEqual([
          ...['乡镇 青山乡', '学校 绿水小学', `县 演示县${testCounty}`],
        ])
        expect((await desk.list(person)).cases.map((one) => one.case)).toEqual([id])
      }
      // The township in which the school lies sees its school's copy, other schools nothing at all.
      expect((await desk.list('river')).total).toBe(1)
      expect((await desk.list('greenSchool')).total).toBe(0)
      expect(await desk.tryRead('greenSchool', `cases/${testCounty}/${id}`)).toBe(404)
      expect(await desk.tryRead('otherBureau', `cases/${testCounty}`)).toBe(404)
    })

    it('is opened once a child, wherever it is found; found by its whole number', async () => {
      const again = await desk.post(
        'bureau',
        `cases/${testCounty}`,
        child({ id_number: idNumberOf(101), township: 'T02' }),
      )
      expect([again.statusCode, again.json().type]).toEqual([409, 'enrolment.case_exists'])
      expect(again.body).toContain('绿水小学')
      const lookup = async (id_number: string) =>
        (await desk.post('bureau', `cases/${testCounty}/lookup`, { id_number })).json()
      expect((await lookup(idNumberOf(101))).total).toBe(1)
      expect((await lookup(idNumberOf(102))).total).toBe(0)
      // In an address it would stand in logs: it is not taken there.
      expect(await desk.tryRead('bureau', `cases/${testCounty}?id_number=${idNumberOf(101)}`)).toBe(400)
      const wrong = await desk.post('green', `cases/${testCounty}`, child({ id_number: '990101201305171010' }))
      expect(wrong.json().type).toBe('enrolment.id_number_invalid')
      const stranger = await desk.post('greenSchool', `cases/${testCounty}`, child({ township: 'T02', school: 'S02' }))
      expect(stranger.json().type).toBe('enrolment.child_elsewhere')
    })

    it('is stepped on by whose turn it is, with papers by number, to its end', async () => {
      desk.at('2026-09-02')
      const [id = ''] = (await desk.list('bureau')).cases.map((one) => one.case)
      expect((await desk.step('greenSchool', id, 'visit')).status).toBe(404)
      expect((await desk.step('river', id, 'visit')).body).toContain('enrolment.not_this_line')
      expect((await desk.step('riverSchool', id, 'report')).body).toContain('劝返 2 次，现在 0 次')
      for (const step of ['visit', 'persuade', 'persuade', 'report'])
        expect((await desk.step('riverSchool', id, step)).status).toBe(200)
      const township = await desk.read('green', id)
      expect(township.row).toMatchObject({ owner: '乡镇', owner_name: '青山乡', visits: 1, persuasions: 2 })
      expect(township.papers.map(({ number }) => number)).toEqual([
        ...['绿水小学劝返〔2026〕1号', '绿水小学劝返〔2026〕2号', '绿水小学控辍报〔2026〕1号'],
      ])
      expect(township.events.map(({ title }) => title)).toEqual(['立案', '走访', '劝返', '劝返', '书面报告'])
      const [record] = township.papers
      const file = `cases/${testCounty}/${id}/papers/${record?.paper}`
      expect(await desk.tryRead('green', file)).toBe(400)
      const reasoned = `${file}?reason=${encodeURIComponent('送达监护人')}`
      expect(await desk.tryRead('green', reasoned)).toBe(200)
      expect(await desk.tryRead('greenSchool', reasoned)).toBe(404)
      const [downloaded] = await db().run<{ reason: string }>(
        `select reason from audit_events where action = 'enrolment.download_paper'`,
      )
      expect(downloaded?.reason).toBe('送达监护人')

      desk.at('2026-09-03')
      expect((await desk.step('green', id, 'return_to_school')).status).toBe(200)
      expect(
        (await desk.step('riverSchool', id, 'stay_stable', { exit: 'returned_stable', proof: '出勤' })).body,
      ).toContain('enrolment.not_due')
      desk.at('2026-12-10')
      expect((await desk.step('riverSchool', id, 'stay_stable', { exit: 'returned_stable' })).body).toContain(
        '稳定期的出勤记录',
      )
      expect(
        (await desk.step('riverSchool', id, 'stay_stable', { exit: 'returned_stable', proof: '9至12月出勤' })).status,
      ).toBe(200)
      expect((await desk.step('green', id, 'confirm_exit')).body).toContain('enrolment.not_this_line')
      expect((await desk.step('bureau', id, 'confirm_exit')).status).toBe(200)
      const { row, steps, papers } = await desk.read('bureau', id)
      expect(row).toMatchObject({ state_title: '已销案', closed_on: '2026-12-10', exit: '复学后稳定期满' })
      expect([steps, papers.at(-1)?.title]).toEqual([[], '控辍保学个案销案表'])
      expect((await desk.step('bureau', id, 'visit')).body).toContain('enrolment.case_closed')
      expect((await db().run(`select from clocks_clocks where state <> 'stopped'`)).length).toBe(0)
    })

    it('that comes again soon after is a relapse, with the days in between', async () => {
      desk.at('2027-01-09')
      const id = await desk.open({ id_number: idNumberOf(101) })
      const { row, earlier } = await desk.read('riverSchool', id)
      expect([row.is_relapse, earlier?.days_clean]).toEqual([true, 30])
    })

    it('without a school is the township’s in the school’s place', async () => {
      desk.at('2026-09-01')
      const { school: _, ...never } = child()
      const opened = await desk.post('green', `cases/${testCounty}`, never)
      const id = opened.json().case
      expect((await desk.read('green', id)).row).toMatchObject({ owner: '乡镇', owner_name: '青山乡', school: '' })
      for (const step of ['persuade', 'persuade', 'propose_exit'])
        expect(
          (await desk.step('green', id, step, step === 'propose_exit' ? { exit: 'abroad', proof: '签证' } : {})).status,
        ).toBe(200)
      expect((await desk.step('bureau', id, 'refuse_exit')).status).toBe(200)
      expect((await desk.read('green', id)).row).toMatchObject({ state_title: '乡镇劝返', persuasions: 2 })
    })
  })

  describe('a certificate', () => {
    it('is filed with the case, wanted where the definition says so, and opened by who holds the case', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '施小满', id_number: idNumberOf(207) })
      const path = `cases/${testCounty}/${id}`
      const back = {
        step: 'return_to_school',
        says: '',
        fields: [{ field: 'class', text: '初一（2）班' }],
        proof: '1号',
      }
      const without = await desk.post('riverSchool', `${path}/steps`, back)
      expect(without.json()).toMatchObject({ type: 'enrolment.proof_file_missing' })
      const file = await desk.sendProof('green', path)
      expect((await desk.post('riverSchool', `${path}/steps`, { ...back, files: [file] })).json()).toMatchObject({
        type: 'enrolment.proof_file_unknown',
      })
      const own = await desk.sendProof('riverSchool', path)
      expect((await desk.post('riverSchool', `${path}/steps`, { ...back, files: [own] })).statusCode).toBe(200)
      const event = (await desk.read('bureau', id)).events.at(-1)
      expect(event?.files).toMatchObject([{ file: own, kind: 'proof' }])
      expect(await desk.tryRead('green', `${path}/files/${own}`)).toBe(200)
      expect(await desk.tryRead('greenSchool', `${path}/files/${own}`)).toBe(404)
    })
  })

  describe('the time limit of a case', () => {
    it('is paused, resumed and extended by the county, named as who approved, and tells posts when it is late', async () => {
      desk.at('2026-09-07')
      const id = await desk.open({ name: '何小雨' })
      expect((await desk.read('riverSchool', id)).row.due_on).toBe('2026-09-20')
      expect((await desk.step('bureau', id, 'pause_time')).status).toBe(200)
      expect((await desk.step('bureau', id, 'extend_time')).body).toContain('enrolment.time_paused')
      desk.at('2026-09-14')
      expect((await desk.step('bureau', id, 'resume_time')).status).toBe(200)
      expect((await desk.step('bureau', id, 'extend_time')).status).toBe(200)
      const { row, clock, events } = await desk.read('riverSchool', id)
      expect(events.at(-1)?.approved_by).toContain('department_head')
      expect(clock).toMatchObject({ state: 'running', due_on: row.due_on })
      expect(row.due_on).toBe('2026-10-10')
      await sweepClocks(testDoor(db()), new Date('2026-11-01T02:00:00Z'))
      const late = (await firings()).filter(({ title }) => title.includes('何**'))
      expect(late.filter(({ kind }) => kind !== 'remind')).toMatchObject([
        { kind: 'overdue', on_day: '2026-10-11', org_path: `${testPath}T02/S02/` },
        { kind: 'escalate', on_day: '2026-10-12', org_path: `${testPath}T02/S02/`, post: '主要负责人' },
        { kind: 'escalate', on_day: '2026-10-14', org_path: testPath, post: '督导办主任' },
      ])
      desk.at('2026-11-01')
      expect((await desk.list('bureau', '?is_overdue=true')).cases.map((one) => one.case)).toContain(id)
    })
  })

  describe('what is masked', () => {
    it('is shown to who holds the child, for a reason, with one event each that does not repeat it', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '秦小禾', id_number: idNumberOf(205) })
      const reveal = (person: 'green' | 'greenSchool' | 'riverSchool', data: string) =>
        desk.post(person, `cases/${testCounty}/${id}/reveal`, { data, reason: '上门劝返' })
      expect((await reveal('riverSchool', 'id_number')).json().value).toBe(idNumberOf(205))
      expect((await reveal('green', 'guardian_phone')).json().value).toBe('19900001111')
      expect((await reveal('greenSchool', 'name')).statusCode).toBe(404)
      const events = await db().run<{ subject: string; reason: string; detail: unknown }>(
        `select * from audit_events where action = 'enrolment.reveal' and result = 'done'`,
      )
      expect(events.length).toBe(2)
      expect(JSON.stringify(events)).not.toMatch(/秦小禾|19900001111|201305172/)
      const stored = await db().run('select * from enrolment_holdings where case_id = $1', [id])
      expect(JSON.stringify(stored)).not.toMatch(/201305172|19900001111/)
    })
  })

  describe('whoever goes to the door', () => {
    it('sees name and telephone for a reason while the unit holds the child, and no number of identity', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '尤小麦', id_number: idNumberOf(206) })
      const contact = (person: Person, data: string) =>
        desk.post(person, `cases/${testCounty}/${id}/contact`, { data, reason: '今天家访' })
      expect((await desk.list('riverTeacher')).cases.find((one) => one.case === id)).toMatchObject({
        name: '尤**',
        has_phone: true,
        may_contact: true,
      })
      expect((await desk.read('riverTeacher', id)).may_reveal).toBe(false)
      expect((await contact('riverTeacher', 'name')).json()).toMatchObject({ value: '尤小麦' })
      expect((await contact('riverTeacher', 'guardian_phone')).json().value).toBe('19900001111')
      expect((await contact('riverTeacher', 'id_number')).statusCode).toBe(400)
      const whole = await desk.post('riverTeacher', `cases/${testCounty}/${id}/reveal`, {
        data: 'name',
        reason: '家访',
      })
      expect(whole.statusCode).toBe(403)
      expect((await contact('greenSchool', 'name')).statusCode).toBe(404)
      expect((await contact('bureau', 'name')).statusCode).toBe(403)
      expect((await desk.list('bureau')).cases.every(({ may_contact: may }) => !may)).toBe(true)
      const events = await db().run<{ reason: string }>(
        `select * from audit_events where action = 'enrolment.see_contact' and result = 'done'`,
      )
      expect(events.map(({ reason }) => reason)).toEqual(['今天家访', '今天家访'])
      expect(JSON.stringify(events)).not.toMatch(/尤小麦|19900001111/)
    })
  })

  describe('a child', () => {
    it('is opened once by several who open it at the same moment', async () => {
      const opened = await Promise.all(
        (['green', 'bureau', 'green', 'bureau'] as const).map((person) =>
          desk.post(person, `cases/${testCounty}`, child({ id_number: idNumberOf(190) })),
        ),
      )
      expect(opened.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409])
    })
  })
})
