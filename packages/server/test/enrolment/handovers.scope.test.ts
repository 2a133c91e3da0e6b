import type { Inbox } from '@eduduty/core/desk'
import type { HandoverList } from '@eduduty/core/enrolment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, testPath } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CaseDesk, child, idNumberOf, openCaseDesk, otherCounty, type Person } from './case-desk.ts'

onBothEngines((db) => {
  let desk: CaseDesk
  beforeAll(async () => {
    desk = await openCaseDesk(db())
  })
  afterAll(() => desk.close())

  const note = (person: Person, id: string, says: string, isPrivate = false) =>
    desk.post(person, `cases/${testCounty}/${id}/notes`, { says, is_private: isPrivate })
  const saidTo = async (person: Person, id: string, county?: string): Promise<string> =>
    (await desk.read(person, id, county)).events.map(({ says }) => says).join('|')
  const answer = (person: Person, handover: string, body: object, county = testCounty) =>
    desk.post(person, `handovers/${county}/${handover}/answer`, { says: '', ...body })
  const offer = async (id: string, to: object): Promise<string> =>
    (await desk.post('riverSchool', `cases/${testCounty}/${id}/handovers`, { reason: '搬家', ...to })).json().handover

  /** Lines of somebody's desk about one case or handover, in one part of it. */
  const onDesk = async (person: Person, part: 'waiting' | 'begun' | 'copied', id: string) => {
    const inbox = (await desk.get(person, 'desk/inbox')).json<Inbox>()
    return inbox[part].filter((one) => one.id === id).map(({ deed, says }) => `${deed} ${says}`)
  }

  describe('the two lines', () => {
    it('each see for whom a case waits and since when, until it is their own turn', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '倪小舟' })
      const waits = async (person: Person) => (await desk.read(person, id)).waits_for
      const atSchool = { unit_name: '绿水小学', since: '2026-09-01' }
      expect([await waits('green'), await waits('bureau')]).toMatchObject([atSchool, atSchool])
      expect(await waits('riverSchool')).toBeUndefined()
      expect(await onDesk('green', 'begun', id)).toEqual(['等对方办理 等绿水小学：劝返，2026-09-01起'])
      // The county's own desk is not filled with all that its units work on.
      expect(await onDesk('bureau', 'begun', id)).toEqual([])
      for (const _ of [1, 2]) await desk.step('riverSchool', id, 'persuade')
      desk.at('2026-09-04')
      expect((await desk.step('riverSchool', id, 'report')).status).toBe(200)
      expect(await waits('riverSchool')).toMatchObject({ unit_name: '青山乡', since: '2026-09-04' })
      expect(await waits('green')).toBeUndefined()
      const state = (await desk.read('green', id)).row.state_title
      expect(await onDesk('riverSchool', 'begun', id)).toEqual([`等对方办理 等青山乡：${state}，2026-09-04起`])
      expect(await onDesk('green', 'begun', id)).toEqual([])
    })
  })

  describe('a private note', () => {
    it('is seen by the unit that wrote it and by the county, by no other holder', async () => {
      const id = await desk.open({ name: '卫小川' })
      expect((await note('riverSchool', id, '评估：轻度听力', true)).statusCode).toBe(200)
      expect((await note('green', id, '村里核实', true)).statusCode).toBe(200)
      expect((await note('riverSchool', id, '大家都看', false)).statusCode).toBe(200)
      expect(await saidTo('riverSchool', id)).toBe('连续缺勤一周|评估：轻度听力|大家都看')
      expect(await saidTo('green', id)).toBe('连续缺勤一周|村里核实|大家都看')
      // The township that the school lies in reaches its row, and is told no more of it.
      expect(await saidTo('river', id)).toBe('连续缺勤一周|大家都看')
      // Whoever sees all of the county, and decides nothing in it, is told no more either.
      expect(await saidTo('inspector', id)).toBe('连续缺勤一周|大家都看')
      expect(await saidTo('bureau', id)).toBe('连续缺勤一周|评估：轻度听力|村里核实|大家都看')
    })
  })

  describe('a child that goes to another school', () => {
    it('is refused with a reason, taken back, or accepted; until then nothing changes', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '苏小北' })
      const refused = await offer(id, { school: 'S01' })
      expect((await answer('river', refused, { accepts: true })).statusCode).toBe(404)
      expect((await answer('greenSchool', refused, { accepts: false })).json().type).toBe('enrolment.says_missing')
      expect((await answer('greenSchool', refused, { accepts: false, says: '没有学位' })).statusCode).toBe(200)
      expect(await saidTo('green', id)).toContain('青山小学不接收：没有学位')
      const taken = await offer(id, { school: 'S01' })
      const again = await desk.post('riverSchool', `cases/${testCounty}/${id}/handovers`, {
        reason: '搬家',
        school: 'S01',
      })
      expect(again.json().type).toBe('enrolment.handover_open')
      expect((await desk.post('riverSchool', `handovers/${testCounty}/${taken}/withdrawal`)).statusCode).toBe(200)
      expect((await answer('greenSchool', taken, { accepts: true })).json().type).toBe('enrolment.handover_over')
      expect(await desk.tryRead('greenSchool', `cases/${testCounty}/${id}`)).toBe(404)
    })

    it('waits on the desk of who is asked; who had offered it is told there and beside the case that it was sent back, and why', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '邱小岸' })
      const handover = await offer(id, { school: 'S01' })
      expect(await onDesk('greenSchool', 'waiting', handover)).toEqual(['接收转来的学生 绿水小学提请转来'])
      expect(await onDesk('riverSchool', 'begun', id)).toEqual(['等待接收 在青山小学那里'])
      expect(await desk.read('riverSchool', id)).toMatchObject({ may_hand_over: false, handover: { state: 'offered' } })
      desk.at('2026-09-02')
      await answer('greenSchool', handover, { accepts: false, says: '不在本学区' })
      expect(await onDesk('greenSchool', 'waiting', handover)).toEqual([])
      expect(await onDesk('riverSchool', 'begun', id)).toEqual([])
      expect(await onDesk('riverSchool', 'copied', id)).toEqual(['转交被退回 青山小学退回：不在本学区'])
      expect(await onDesk('green', 'copied', id)).toEqual([])
      const sentBack = { state: 'refused', answer: '不在本学区', may_answer: false, may_withdraw: false }
      expect(await desk.read('riverSchool', id)).toMatchObject({ may_hand_over: true, handover: sentBack })
      desk.at('2026-10-03')
      expect((await desk.read('riverSchool', id)).handover).toBeUndefined()
      expect(await onDesk('riverSchool', 'copied', id)).toEqual([])
    })

    it('leaves its former school with what it knew that day, and takes along what is shared: neither sees the other’s new notes', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '孟小舟', id_number: idNumberOf(301) })
      await desk.step('riverSchool', id, 'persuade')
      await note('riverSchool', id, '旧校私记', true)
      desk.at('2026-09-05')
      const handover = await offer(id, { school: 'S01' })
      expect((await answer('greenSchool', handover, { accepts: true })).statusCode).toBe(200)
      const frozen = await rowsOf(id, 'S02/')
      desk.at('2026-09-08')
      expect((await desk.step('greenSchool', id, 'visit', { says: '新校走访' })).status).toBe(200)
      await note('greenSchool', id, '新校私记', true)
      expect((await desk.step('riverSchool', id, 'visit')).body).toContain('enrolment.case_left')
      expect((await note('riverSchool', id, '旧校再记')).json().type).toBe('enrolment.case_left')

      expect(await rowsOf(id, 'S02/')).toEqual(frozen)
      const former = await saidTo('riverSchool', id)
      expect(former).toContain('旧校私记')
      expect(former).not.toMatch(/新校/)
      const now = await saidTo('greenSchool', id)
      expect(now).toMatch(/连续缺勤一周.*新校走访\|新校私记/)
      expect(now).not.toContain('旧校私记')
      expect(await saidTo('bureau', id)).toMatch(/旧校私记.*新校私记/)

      const { row, papers } = await desk.read('greenSchool', id)
      expect(row).toMatchObject({ school: '青山小学', owner_name: '青山小学', due_on: '2026-09-15', persuasions: 1 })
      expect(papers.length).toBe(1)
      const old = await desk.read('riverSchool', id)
      expect(old.row).toMatchObject({ held_until: '2026-09-05', visits: 0 })
      expect(old.steps).toEqual([])
      expect((await desk.list('riverSchool', '?is_former=true')).cases.map((one) => one.case)).toEqual([id])
      expect((await desk.list('riverSchool')).cases.map((one) => one.case)).not.toContain(id)
      expect(
        (await desk.post('riverSchool', `cases/${testCounty}/${id}/reveal`, { data: 'name', reason: '看' })).statusCode,
      ).toBe(409)
    })

    /** What lies in the database for one holder. */
    async function rowsOf(id: string, below: string): Promise<unknown> {
      const own = [
        'select * from enrolment_holdings',
        'select * from enrolment_events',
        'select * from enrolment_case_papers',
      ]
      const found = []
      for (const select of own)
        found.push(
          await db().run(`${select} where case_id = $1 and org_path like $2 order by 1, 2, 3, 4`, [
            id,
            `${testPath}%${below}`,
          ]),
        )
      return found
    }
  })

  describe('a child that no school has', () => {
    it('goes to another township when that accepts it; the former one keeps what it knew', async () => {
      desk.at('2026-09-01')
      const opened = { ...child({ name: '卢小溪', schooling: 'never', id_number: idNumberOf(351) }), school: undefined }
      const id: string = (await desk.post('green', `cases/${testCounty}`, opened)).json().case
      const path = `cases/${testCounty}/${id}/handovers`
      const to = { reason: '随祖母迁居', township: 'T02' }
      const same = await desk.post('green', path, { ...to, township: 'T01' })
      expect(same.json().type).toBe('enrolment.handover_same')
      const refused = (await desk.post('green', path, to)).json().handover
      expect((await answer('riverSchool', refused, { accepts: true })).statusCode).toBe(404)
      expect((await answer('river', refused, { accepts: false, says: '没有住在这里' })).statusCode).toBe(200)
      expect((await desk.read('green', id)).events.at(-1)).toMatchObject({
        line: '乡镇',
        says: expect.stringMatching(/绿水镇不接收/),
      })
      const handover = (await desk.post('green', path, to)).json().handover
      desk.at('2026-09-04')
      expect((await answer('river', handover, { accepts: true })).statusCode).toBe(200)
      const there = await desk.read('river', id)
      expect(there.row).toMatchObject({ township: '绿水镇', owner_name: '绿水镇', due_on: '2026-09-15' })
      expect(there.events.at(-1)).toMatchObject({ title: '转到另一乡镇', says: '由青山乡转到绿水镇' })
      expect((await desk.step('river', id, 'visit')).status).toBe(200)
      expect((await desk.step('green', id, 'visit')).body).toContain('enrolment.case_left')
      expect((await desk.read('green', id)).row).toMatchObject({ held_until: '2026-09-04', visits: 0 })
      const listed = (await desk.list('bureau')).cases.filter((one) => one.case === id)
      expect(listed).toMatchObject([{ township: '绿水镇', visits: 1 }])
    })

    it('a child of a school goes by its school, not by its township', async () => {
      const id = await desk.open({ name: '高小桥' })
      const path = `cases/${testCounty}/${id}/handovers`
      const answered = await desk.post('bureau', path, { reason: '搬家', township: 'T02' })
      expect(answered.json().type).toBe('enrolment.handover_by_school')
    })
  })

  describe('a child that goes to another county', () => {
    it('goes on being a case there, with numbers sealed anew, and ends here', async () => {
      desk.at('2026-09-01')
      const id = await desk.open({ name: '袁小秋', id_number: idNumberOf(401) })
      await desk.step('riverSchool', id, 'persuade')
      await note('riverSchool', id, '旧县私记', true)
      const names = (await desk.get('riverSchool', `enrolment/units/${testCounty}`)).json()
      expect(names.counties).toEqual([{ county: otherCounty, name: `演示县${otherCounty}` }])
      const handover = await offer(id, { county: otherCounty })
      expect(await onDesk('otherBureau', 'waiting', handover)).toEqual(['接收转来的学生 绿水小学提请转来'])
      const offered = (await desk.get('otherBureau', `enrolment/handovers/${otherCounty}`)).json<HandoverList>()
      // The page asks for a township where the two counties differ.
      expect(offered.handovers).toMatchObject([{ from_county: testCounty, to_county: otherCounty, may_answer: true }])
      expect((await answer('bureau', handover, { accepts: true, township: 'T01' })).statusCode).toBe(404)
      expect((await answer('otherBureau', handover, { accepts: true, township: 'T99' }, otherCounty)).statusCode).toBe(
        404,
      )
      desk.at('2026-09-04')
      const accepted = await answer(
        'otherBureau',
        handover,
        { accepts: true, township: 'T05', school: 'S05' },
        otherCounty,
      )
      expect([accepted.statusCode, accepted.body]).toEqual([200, expect.anything()])
      expect(await onDesk('riverSchool', 'copied', id)).toEqual([`转交已接收 演示县${otherCounty}已接收`])
      const here = await desk.read('bureau', id)
      expect(here.handover).toMatchObject({ state: 'accepted', may_answer: false })
      expect(here.row).toMatchObject({ state_title: '已销案', exit: '转学', closed_on: '2026-09-04' })
      const there = await desk.read('otherSchool', id, otherCounty)
      expect(there.row).toMatchObject({ owner_name: '外乡小学', state_title: '劝返', persuasions: 1 })
      expect(there.events.map(({ title }) => title)).toEqual(['立案', '劝返', '记录', '转校'])
      const shown = await desk.post('otherSchool', `cases/${otherCounty}/${id}/reveal`, {
        data: 'id_number',
        reason: '劝返',
      })
      expect(shown.json().value).toBe(idNumberOf(401))
      expect((await desk.step('otherSchool', id, 'visit', { says: '新县走访' })).status).toBe(200)
      expect(await saidTo('bureau', id)).not.toContain('新县走访')
      expect(await saidTo('otherBureau', id, otherCounty)).not.toContain('旧县私记')
      const found = await desk.post('otherBureau', `cases/${otherCounty}/lookup`, { id_number: idNumberOf(401) })
      expect(found.json().total).toBe(1)
      const indexes = await db().run<{ n: number }>(
        'select count(distinct id_number_index) as n from enrolment_holdings where case_id = $1',
        [id],
      )
      expect(indexes[0]?.n).toBe(2)
    })
  })

  describe('the numbers above the list', () => {
    it('are those of the lists that they open, whichever list is open', async () => {
      const views = {
        open: '?is_open=true',
        overdue: '?is_open=true&is_overdue=true',
        closed: '?is_open=false',
        relapsed: '?is_relapse=true',
        total: '',
      } as const
      for (const person of ['bureau', 'green', 'river', 'greenSchool', 'riverSchool'] as const) {
        const { counts, total: former, states } = await desk.list(person, '?is_former=true')
        for (const [view, query] of Object.entries(views)) {
          const list = await desk.list(person, query)
          expect(list.counts, `${person} ${view}`).toEqual(counts)
          expect(Reflect.get(counts, view), `${person} ${view}`).toBe(list.total)
        }
        expect(states.reduce((sum, { cases }) => sum + cases, 0)).toBe(counts.total)
        if (person === 'riverSchool') expect(former).toBeGreaterThan(0)
      }
    })
  })
})
