import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty } from '../harness/doors.ts'
import { onBothEngines } from '../harness/engines.ts'
import { type CareDesk, invented, openCareDesk, type Person } from './care-desk.ts'
import { idNumberOf } from './case-desk.ts'
import { placedPhoto, smallPhoto } from './placed-photo.ts'

const placed = (more: object = {}) => ({
  kind: 'taught_at_home',
  on: '2026-09-01',
  school: 'S02',
  class: '',
  decider: '县残疾人教育专家委员会',
  opinion: '重度肢体残疾，建议送教上门',
  reasons: '不能到校',
  review_on: '2027-01-20',
  ...more,
})
const lesson = (on: string, more: object = {}) => ({
  state: 'held',
  on,
  teachers: '周老师',
  hours: '2',
  taught: '认识数字',
  place: '家中',
  ...more,
})
const plan = (more: object = {}) => ({
  kind: 'left_behind',
  on: '2026-09-10',
  carer: '祖母',
  situation: '父母在外省务工',
  needs: '学习辅导',
  measures: '每周辅导一次',
  helper: '周老师',
  helper_post: '绿水小学教师',
  helper_phone: '19900002222',
  ...more,
})

onBothEngines((db) => {
  let desk: CareDesk
  let child = ''
  const path = (more: string) => `care/${testCounty}/${child}${more}`
  beforeAll(async () => {
    desk = await openCareDesk(db())
    child = await desk.register({ id_number: idNumberOf(101) })
  })
  afterAll(() => desk.close())

  const everyDays = (kind: string, amount: number) => ({
    limits: [{ id: `care.${kind}`, amount, unit: '自然日' }],
    document: '演示县〔2026〕1号',
    dated_on: '2026-01-05',
  })
  const decide = async (kind: string, amount: number) =>
    JSON.parse((await desk.post('bureau', `limits/${testCounty}`, everyDays(kind, amount))).body)

  describe('a child in care', () => {
    it('is held by its school, its township and the county alone, masked', async () => {
      for (const person of ['riverSchool', 'green', 'bureau'] as const) {
        const view = await desk.read(person, child)
        expect(view.row.name).toBe('程**')
        expect(view.id_number).toMatch(/^990\*+/)
        expect(JSON.stringify(view)).not.toMatch(/程小满|程大山|19900001111/)
        expect((await desk.list(person)).children.map((one) => one.child)).toEqual([child])
      }
      expect((await desk.list('greenSchool')).total).toBe(0)
      expect((await desk.get('greenSchool', path(''))).status).toBe(404)
      expect((await desk.get('stranger', `care/${testCounty}`)).status).toBe(404)
    })

    it('is registered once, by who has to do with it', async () => {
      const again = await desk.post('green', `care/${testCounty}`, invented({ id_number: idNumberOf(101) }))
      expect(again.type).toBe('enrolment.care_exists')
      expect((await desk.post('greenSchool', `care/${testCounty}`, invented({ township: 'T02' }))).type).toBe(
        'enrolment.child_elsewhere',
      )
    })

    it('is registered once, also by two at the same moment', async () => {
      const twice = invented({ id_number: idNumberOf(102) })
      const answers = await Promise.all(
        (['riverSchool', 'green'] as const).map((person) => desk.post(person, `care/${testCounty}`, twice)),
      )
      expect(answers.map(({ type }) => type).toSorted()).toEqual(['', 'enrolment.care_exists'])
    })

    it('comes from a case with what is known there', async () => {
      const { from: _, ...facts } = invented({
        name: '江小禾',
        id_number: idNumberOf(201),
        guardian_phone: '19900003333',
      })
      const opened = await desk.post('green', `cases/${testCounty}`, { ...facts, grounds: '未到校' })
      const { case: id } = JSON.parse(opened.body)
      const answer = await desk.post('green', `care/${testCounty}`, { from: 'case', case: id })
      const view = await desk.read('bureau', JSON.parse(answer.body).child)
      expect(view).toMatchObject({ case: id, source: '劝返个案', guardian_phone: expect.stringMatching(/3333$/) })
      expect(view.holders.map(({ unit_name: name }) => name)).toEqual(['青山乡', '绿水小学', '演示县'])
    })

    it('is shown in the clear for a reason to whoever may, and the log does not hold what was shown', async () => {
      const answer = await desk.post('riverSchool', path('/reveal'), { data: 'guardian_phone', reason: '约家访' })
      expect(JSON.parse(answer.body).value).toBe('19900001111')
      expect((await desk.post('resource', path('/reveal'), { data: 'name', reason: '约家访' })).status).toBe(403)
      const events = JSON.stringify(await db().run('select * from audit_events'))
      expect(events).toContain('约家访')
      expect(events).not.toContain('19900001111')
    })
  })

  describe('a placement', () => {
    it('asks for what its kind requires, and keeps its history', async () => {
      expect((await desk.post('riverSchool', path('/placements'), placed({ opinion: '' }))).body).toContain('专家意见')
      expect((await desk.post('riverSchool', path('/placements'), placed({ on: '2026-12-01' }))).type).toBe(
        'enrolment.day_future',
      )
      expect((await desk.post('river', path('/placements'), placed())).status).toBe(403)
      const { review_on: _, ...withoutDay } = placed()
      expect((await desk.post('riverSchool', path('/placements'), withoutDay)).body).toContain('复核日期')
      expect((await desk.post('riverSchool', path('/placements'), placed())).status).toBe(200)
      const reviewed = { deed: 'reviewed', on: '2026-09-05', decider: '学校', reasons: '仍不能到校' }
      expect((await desk.post('green', path('/reviews'), reviewed)).body).toContain('复核日期')
      const next = { ...reviewed, review_on: '2027-09-05' }
      expect((await desk.post('green', path('/reviews'), next)).status).toBe(200)
      const { row, placements } = await desk.read('bureau', child)
      expect(row.placement).toMatchObject({ title: '送教上门', from: '2026-09-01', review_on: '2027-09-05' })
      expect(placements.map(({ deed, by }) => `${deed} ${by}`)).toEqual(['reviewed green', 'placed riverSchool'])
    })
  })

  describe('lessons at home', () => {
    it('are counted against the dose of the county; struck ones and cancelled ones do not count', async () => {
      expect((await desk.post('riverSchool', path('/lessons'), lesson('2026-08-20'))).type).toBe(
        'enrolment.care_not_at_home',
      )
      for (const on of ['2026-09-02', '2026-09-09'])
        expect((await desk.post('riverSchool', path('/lessons'), lesson(on))).status).toBe(200)
      const off = { state: 'cancelled', on: '2026-09-08', teachers: '周老师', reason: '孩子住院' }
      expect((await desk.post('riverSchool', path('/lessons'), off)).status).toBe(200)
      const { teaching, lessons, dose } = await desk.read('green', child)
      // By their days, the newest first, whenever they were written down.
      expect(lessons.map(({ on }) => on)).toEqual(['2026-09-09', '2026-09-08', '2026-09-02'])
      const cancelled = lessons.find(({ state }) => state === 'cancelled')
      const twice = lesson('2026-09-09', { taught: '下午又去一次' })
      expect((await desk.post('riverSchool', path('/lessons'), twice)).type).toBe('enrolment.lesson_same_day')
      expect(dose).toMatchObject({ says: '每周1次，每次2课时', is_unverified: true })
      expect(teaching).toMatchObject({ held: 2, cancelled: 1, hours: '4', light: 'green' })
      expect(
        (await desk.post('riverSchool', path(`/lessons/${cancelled?.no}/strike`), { reason: '写错' })).status,
      ).toBe(200)
      expect((await desk.read('green', child)).teaching).toMatchObject({ held: 2, cancelled: 0 })
      desk.at('2026-11-20')
      const book = await desk.teaching('bureau')
      const [school] = book.schools
      expect(school).toMatchObject({ name: '绿水小学', children: 1, count: { held: 2, light: 'red' } })
      expect(school?.count.says).toMatch(/到今天欠\d+次、\d+课时/)
      expect((await desk.teaching('greenSchool')).schools).toEqual([])
    })

    it('make a sheet of the school with masked names, as document and as workbook', async () => {
      for (const format of ['docx', 'xlsx']) {
        const file = await desk.get('riverSchool', `teaching/${testCounty}/S02/file?format=${format}`)
        expect([file.status, file.bytes.slice(0, 2)]).toEqual([200, Uint8Array.from([0x50, 0x4b])])
      }
      expect((await desk.get('riverSchool', `teaching/${testCounty}/S01/file?format=docx`)).type).toBe(
        'enrolment.care_nothing_taught',
      )
    })
  })

  describe('a care plan', () => {
    it('has a visit due by the interval that the county has set, which a visit moves on', async () => {
      desk.at('2026-09-10')
      expect(
        (
          await desk.post('riverSchool', path('/visits'), {
            on: '2026-09-10',
            visitors: '周老师',
            found: '好',
            next: '',
          })
        ).type,
      ).toBe('enrolment.care_not_planned')
      // Without a care plan nobody has to go there.
      const early = await desk.post('resource', path('/contact'), { data: 'name', reason: '想问问' })
      expect(early.type).toBe('enrolment.contact_of_holder')
      expect((await desk.post('riverSchool', path('/plans'), plan())).status).toBe(200)
      // No document says how often: until the county has set it, no time runs, and the pages say so.
      const untimed = await desk.read('green', child)
      expect(untimed.row.care?.visit_due_on).toBeUndefined()
      expect(untimed.rules.care.every(({ every }) => every === '')).toBe(true)
      // Decided ten days later, time runs from the day of the plan.
      desk.at('2026-09-20')
      const setting = `limits/${testCounty}`
      for (const other of ['green', 'riverSchool'] as const)
        expect((await desk.post(other, setting, everyDays('left_behind', 30))).status).toBe(403)
      expect(await decide('left_behind', 30)).toEqual({ limits: 1, cases: 0, reports: 0, children: 1 })
      expect((await desk.list('riverSchool')).intervals[0]).toMatchObject({ every: '30天', basis: '演示县〔2026〕1号' })
      expect((await desk.read('green', child)).row.care).toMatchObject({
        title: '留守儿童',
        visit_due_on: '2026-10-10',
      })
      const contact = (person: Person, data: string) =>
        desk.post(person, path('/contact'), { data, reason: '关爱走访前联系' })
      expect(JSON.parse((await contact('resource', 'name')).body).value).toBe('程小满')
      expect(JSON.parse((await contact('resource', 'guardian_phone')).body).value).toBe('19900001111')
      expect((await contact('resource', 'id_number')).status).toBe(400)
      // Whoever does not visit, or whose unit does not hold the child, is told nothing.
      for (const other of ['bureau', 'river', 'greenSchool'] as const)
        expect([403, 404], other).toContain((await contact(other, 'name')).status)
      const seen = await db().run<{ reason: string; who: string }>(
        `select reason, actor_id as who from audit_events where action = 'enrolment.see_contact'`,
      )
      expect(seen.map(({ reason }) => reason)).toEqual(['关爱走访前联系', '关爱走访前联系'])
      const told = async (person: Person) => (await desk.list(person, '?only=cared')).children[0]?.care
      expect(await told('resource')).toMatchObject({ may_contact: true, has_phone: true })
      expect(await told('bureau')).toMatchObject({ may_contact: false })
      desk.at('2026-10-20')
      expect((await desk.list('bureau', '?only=visit_due')).total).toBe(1)
      const visit = { on: '2026-10-15', visitors: '周老师', found: '情绪稳定', next: '月底再去' }
      // Written without network, and sent again because the first answer was lost.
      const sent = { ...visit, key: '0123456789abcdef0123' }
      for (const _ of [1, 2]) expect((await desk.post('riverSchool', path('/visits'), sent)).status).toBe(200)
      expect((await desk.post('green', path('/visits'), sent)).type).toBe('enrolment.record_taken')
      const { row, visits, plans } = await desk.read('green', child)
      expect(row.care).toMatchObject({ last_visit_on: '2026-10-15', visit_due_on: '2026-11-14', is_overdue: false })
      expect(visits).toMatchObject([{ days_late: 5, found: '情绪稳定' }])
      expect(plans[0]?.helper_phone).toMatch(/^199\*+2222$/)
      const clocks = await db().run(
        `select state, count(*)::integer as n from clocks_clocks where subject_kind = 'enrolment.care' group by state order by state`,
      )
      expect(clocks).toEqual([
        { state: 'running', n: 1 },
        { state: 'stopped', n: 1 },
      ])
    })

    it('takes pictures and a signature of a visit once, shows them to all who hold the child, each look noted', async () => {
      const record = path('/records/0123456789abcdef0123')
      const send = (person: Person, kind: 'photo' | 'signature', bytes: Buffer) =>
        desk.sendPicture(person, record, kind, bytes)
      const first = await send('riverSchool', 'photo', placedPhoto)
      expect(first.status).toBe(200)
      const { file } = JSON.parse(first.body)
      // Sent again without an answer to the first: there once.
      expect(JSON.parse((await send('riverSchool', 'photo', placedPhoto)).body)).toEqual({ file })
      expect((await send('riverSchool', 'signature', smallPhoto(701))).status).toBe(200)
      expect((await send('green', 'photo', smallPhoto(702))).type).toBe('enrolment.record_not_found')
      expect((await send('riverSchool', 'photo', Buffer.from('no picture'))).type).toBe('enrolment.file_not_image')
      const own = (await desk.read('riverSchool', child)).visits[0]
      expect(own?.files.map(({ kind, by }) => `${kind} ${by}`).toSorted()).toEqual([
        'photo riverSchool',
        'signature riverSchool',
      ])
      expect(own?.attach_key).toBe('0123456789abcdef0123')
      const told = (await desk.read('green', child)).visits[0]
      expect([told?.files.length, told?.attach_key]).toEqual([2, undefined])
      const seen = await desk.get('green', path(`/files/${file}`))
      expect([seen.status, Buffer.from(seen.bytes).includes('GPS')]).toEqual([200, false])
      expect((await desk.get('greenSchool', path(`/files/${file}`))).status).toBe(404)
      const looks = await db().run(`select 1 from audit_events where action = 'enrolment.see_file'`)
      expect(looks.length).toBe(1)
      const papers = await db().run<{ subject_id: string }>(
        `select subject_id from archive_papers where subject_kind = 'care_child'`,
      )
      expect(papers).toEqual([{ subject_id: child }, { subject_id: child }])
    })

    it('is not timed any more when it changes to a kind for which the county has set nothing', async () => {
      const other = await desk.register({ name: '程小雪', id_number: idNumberOf(301) })
      const at = `care/${testCounty}/${other}`
      const dueOf = async () => (await desk.read('bureau', other)).row.care?.visit_due_on
      expect((await desk.post('riverSchool', `${at}/plans`, plan())).status).toBe(200)
      expect(await dueOf()).toBe('2026-10-10')
      expect((await desk.post('riverSchool', `${at}/plans`, plan({ kind: 'in_hardship' }))).status).toBe(200)
      expect(await dueOf()).toBeUndefined()
      expect((await desk.post('riverSchool', `${at}/closing`, { on: '2026-10-19', reason: '样例' })).status).toBe(200)
    })

    it('makes a contact card for a reason', async () => {
      const card = await desk.post('riverSchool', path('/card'), { reason: '入户发放' })
      expect([card.status, card.bytes.slice(0, 2)]).toEqual([200, Uint8Array.from([0x50, 0x4b])])
      expect((await desk.post('resource', path('/card'), { reason: '入户发放' })).status).toBe(403)
    })
  })

  describe('what experts found out', () => {
    const found = {
      on: '2026-09-09',
      assessed_by: '县专家委员会',
      items: [
        { item: 'ability', text: '不能独立行走' },
        { item: 'needs', text: '康复训练' },
        { item: 'advice', text: '送教上门' },
      ],
    }

    it('is written and read by the posts of the pack alone, sealed, and every reading is noted', async () => {
      for (const person of ['bureau', 'riverSchool', 'greenSchool', 'green'] as const)
        expect((await desk.post(person, path('/diagnoses'), found)).status).toBeGreaterThanOrEqual(403)
      const short = { ...found, items: found.items.slice(0, 1) }
      expect((await desk.post('resource', path('/diagnoses'), short)).body).toContain('需要的支持')
      expect((await desk.post('resource', path('/diagnoses'), found)).status).toBe(200)
      for (const person of ['special', 'resource'] as const) {
        const { body } = await desk.get(person, path('/diagnoses'))
        expect(JSON.parse(body).diagnoses).toMatchObject([{ title: '残疾儿童教育评估', assessed_by: '县专家委员会' }])
        expect(body).toContain('不能独立行走')
      }
      for (const person of ['bureau', 'riverSchool'] as const)
        expect((await desk.get(person, path('/diagnoses'))).type).toBe('enrolment.care_not_reader')
      expect(JSON.stringify(await desk.read('bureau', child))).not.toContain('不能独立行走')
      const kept = await db().run<{ org_path: string }>('select * from enrolment_diagnoses')
      expect(JSON.stringify(kept)).not.toContain('行走')
      expect(kept.some(({ org_path: at }) => at.endsWith('T01/'))).toBe(false)
      const events = await db().run(`select 1 from audit_events where action = 'enrolment.read_diagnoses'`)
      expect(events.length).toBe(2)
    })
  })

  describe('a child that moves to another school', () => {
    it('is held by the new one with its history, the former keeps what it knew', async () => {
      const moved = placed({ kind: 'inclusive_class', on: '2026-10-18', school: 'S01', class: '五（1）班' })
      expect((await desk.post('green', path('/placements'), moved)).status).toBe(200)
      const view = await desk.read('greenSchool', child)
      expect(view.placements.map(({ title }) => title)).toEqual(['随班就读', '送教上门', '送教上门'])
      expect([view.lessons.length, view.plans.length, view.visits.length]).toEqual([3, 1, 1])
      expect(view.visits[0]?.files).toHaveLength(2)
      expect(view.row.care?.visit_due_on).toBe('2026-11-14')
      const former = await desk.read('riverSchool', child)
      expect(former.row).toMatchObject({ held_until: '2026-10-20', school: '绿水小学' })
      expect(former.may_work).toBe(false)
      expect((await desk.post('riverSchool', path('/lessons'), lesson('2026-10-19'))).type).toBe(
        'enrolment.care_child_left',
      )
      const ended = { on: '2026-10-20', reason: '随父母外出' }
      expect((await desk.post('greenSchool', path('/closing'), ended)).status).toBe(200)
      expect((await desk.list('bureau', '?only=closed')).total).toBe(2)
      expect((await desk.post('greenSchool', path('/plans'), plan())).type).toBe('enrolment.care_closed')
    })
  })

  describe('a visit', () => {
    it('that waited for the county to decide counts from the last visit, once; a later decision holds from the next visit on', async () => {
      desk.at('2026-09-10')
      const other = await desk.register({ name: '乔小禾', id_number: undefined })
      const at = `care/${testCounty}/${other}`
      expect((await desk.post('riverSchool', `${at}/plans`, plan({ kind: 'in_hardship' }))).status).toBe(200)
      const visit = { visitors: '周老师', found: '好', next: '' }
      desk.at('2026-09-15')
      expect((await desk.post('riverSchool', `${at}/visits`, { ...visit, on: '2026-09-15' })).status).toBe(200)
      desk.at('2026-11-20')
      expect(await decide('in_hardship', 30)).toMatchObject({ children: 1 })
      const due = async () => (await desk.read('green', other)).row.care
      expect(await due()).toMatchObject({ visit_due_on: '2026-10-15', is_overdue: true })
      expect(await decide('in_hardship', 60)).toMatchObject({ children: 0 })
      expect(await due()).toMatchObject({ visit_due_on: '2026-10-15' })
      expect((await desk.post('riverSchool', `${at}/visits`, { ...visit, on: '2026-11-20' })).status).toBe(200)
      expect(await due()).toMatchObject({ visit_due_on: '2027-01-19', is_overdue: false })
    })
  })
})
