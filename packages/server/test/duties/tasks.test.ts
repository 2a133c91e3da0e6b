import type { NewTaskBody, PlanDraft, TaskDeed, TaskDeedBody, TaskList, TaskView } from '@eduduty/core/duties'
import type { RoleId } from '@eduduty/core/identity'
import type { UnitKind } from '@eduduty/core/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweepClocks } from '../../src/clocks/index.ts'
import { dutyRoutes } from '../../src/duties/index.ts'
import { openUnit } from '../../src/organizations/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import type { App } from '../../src/platform/http/app-type.ts'
import { createApp } from '../../src/platform/http/create-app.ts'
import { keepRun } from '../evaluation/kept-run.ts'
import { goodSchools, writeSmallFolder } from '../evaluation/small-folder.ts'
import { depsAs, systemIn, testCounty, testDoor, testPath } from '../harness/doors.ts'
import { closeMemoryDatabase, memoryDatabase } from '../harness/memory-database.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const headers = { 'x-eduduty-csrf': 'token' }
let db: Database
let office: App
let bureau: App
let township: App
let school: App
let now = new Date('2026-03-02T01:00:00Z')
let plan = ''

const clock = () => now
const folder = temporaryFolder()

beforeAll(async () => {
  db = await memoryDatabase()
  await testDoor(db, clock).write(systemIn(), async (ctx) => {
    const unit = (unitId: string, kind: UnitKind, name: string, parentPath?: string, code?: string) =>
      openUnit(ctx, { unitId, kind, name, parentPath, openedOn: '2010-01-01', ...(code !== undefined && { code }) })
    await unit('G', 'government', '演示县人民政府', undefined, testCounty)
    await unit('D02', 'department', '演示县教育局', testPath)
    await unit('T01', 'township', '青山乡', testPath)
    await unit('S01', 'school', '青山小学', `${testPath}T01/`)
  })
  const app = (role: RoleId, scope: string, id: string) =>
    createApp({ deps: depsAs(db, [{ role, scope }], clock, id), routes: [dutyRoutes] })
  office = await app('supervisor', testPath, 'office')
  bureau = await app('department_head', `${testPath}D02/`, 'bureau')
  township = await app('township_clerk', `${testPath}T01/`, 'township')
  school = await app('school_head', `${testPath}T01/S01/`, 'school')
  const opened = await office.inject({
    method: 'POST',
    url: '/api/duties/plans',
    headers,
    payload: { county: testCounty, year: 2026, title: '2026年任务分解', document: '', soon_days: 30, silent_days: 60 },
  })
  plan = opened.json().plan
})
afterAll(async () => {
  await Promise.all([office, bureau, township, school].map((app) => app.close()))
  await closeMemoryDatabase()
})

const task = (more: Partial<NewTaskBody> = {}): NewTaskBody => ({
  title: '组织入学',
  wording: '',
  lists: ['任务清单'],
  units: ['D02'],
  cooperating: ['T01'],
  post: '局长',
  due_on: '2026-11-30',
  deliverable: '',
  milestones: [],
  ...more,
})
const make = (app: App, body: NewTaskBody) =>
  app.inject({ method: 'POST', url: `/api/duties/plans/${testCounty}/${plan}/tasks`, headers, payload: body })
const madeBy = async (app: App, body: NewTaskBody): Promise<string> => (await make(app, body)).json().tasks[0]
const read = async (app: App, id: string): Promise<TaskView> =>
  (await app.inject({ url: `/api/duties/tasks/${testCounty}/${id}` })).json()
const list = async (app: App, query = ''): Promise<TaskList> =>
  (await app.inject({ url: `/api/duties/plans/${testCounty}/${plan}/tasks${query}` })).json()
const step = (app: App, id: string, deed: TaskDeed, more: Partial<TaskDeedBody> = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/duties/tasks/${testCounty}/${id}/deeds`,
    headers,
    payload: { deed, says: '情况说明', ...more },
  })
const stateAfter = async (app: App, id: string, deed: TaskDeed, more: Partial<TaskDeedBody> = {}) => {
  const answer = await step(app, id, deed, more)
  return answer.statusCode === 200 ? answer.json().row.state : answer.json().type
}

const keepPaper = (paper: string, scope: string, title: string) =>
  db.run(
    `insert into archive_papers (county_code, paper_id, org_path, unit_id, unit_name, title, kind, version_no, file_name,
       media, bytes, sha256, provided_by, uploaded_by, uploaded_at, filed_on)
     values ($1, $2, $3, 'D02', '演示县教育局', $4, 'document', 1, '总结.pdf', 'application/pdf', 9, $5, 'bureau', '某某',
       '2026-03-01', '2026-03-01')`,
    [testCounty, paper, `${testPath}${scope}`, title, 'a'.repeat(64)],
  )

describe('duties of the packs', () => {
  it('fall to the units of the county, by kind and by the names of departments', async () => {
    const answer = await office.inject({ url: `/api/duties/plans/${testCounty}/${plan}/duties` })
    const { duties }: PlanDraft = answer.json()
    const named = (id: string) => duties.find(({ duty }) => duty === id)
    expect(named('education_enrol')).toMatchObject({ units: [{ name: '演示县教育局' }], unmatched: [] })
    expect(named('finance_growth')).toMatchObject({ units: [], unmatched: ['县财政局'] })
    expect(named('township_visit')?.units).toEqual([{ unit: 'T01', name: '青山乡' }])
    expect(named('school_safety')?.basis).toBe('义务教育法（2018年修正）第二十四条')
  })

  it('are one plan a year', async () => {
    const again = await office.inject({
      method: 'POST',
      url: '/api/duties/plans',
      headers,
      payload: { county: testCounty, year: 2026, title: '又一份', document: '', soon_days: 30, silent_days: 60 },
    })
    expect([again.statusCode, again.json().title]).toEqual([409, '2026年已经有任务分解。'])
  })
})

describe('a task', () => {
  it('is issued, accepted, reported with its milestones and papers, and confirmed by who issued it', async () => {
    const id = await madeBy(
      office,
      task({ deliverable: '工作总结', milestones: [{ title: '摸排', due_on: '2026-04-30' }] }),
    )
    expect(await stateAfter(bureau, id, 'accept')).toBe('duties.not_waiting')
    expect(await stateAfter(bureau, id, 'issue')).toBe('duties.not_issuer')
    expect(await stateAfter(office, id, 'issue')).toBe('issued')
    expect(await stateAfter(bureau, id, 'accept')).toBe('underway')
    expect(await stateAfter(bureau, id, 'report_done')).toBe('duties.has_open_milestones')
    expect(await stateAfter(bureau, id, 'report_progress', { reached: [1], light: 'green' })).toBe('underway')
    expect(await stateAfter(bureau, id, 'report_done')).toBe('duties.lacks_papers')
    expect(await stateAfter(bureau, id, 'report_done', { papers: ['演教〔2026〕5号'] })).toBe('reported')
    expect(await stateAfter(office, id, 'confirm')).toBe('done')
    const { events, milestones, row } = await read(office, id)
    expect(events.map(({ deed }) => deed)).toEqual(['confirm', 'report_done', 'report_progress', 'accept', 'issue'])
    expect(milestones[0]).toMatchObject({ reached_on: '2026-03-02' })
    expect(row).toMatchObject({ light: 'green', because: '已完成' })
  })

  it('has no light until the unit accepts it, and turns yellow when that takes too long', async () => {
    const id = await madeBy(office, task())
    const lightIs = async () => {
      const { light, because } = (await read(office, id)).row
      return [light, because]
    }
    expect(await lightIs()).toEqual(['none', '还没有下达'])
    await step(office, id, 'issue')
    expect(await lightIs()).toEqual(['none', '还没有接收'])
    now = new Date('2026-05-02T01:00:00Z')
    expect(await lightIs()).toEqual(['yellow', '下达 61 天，还没有接收'])
    expect((await list(office, '?light=yellow&limit=200')).tasks.map((row) => row.task)).toContain(id)
    now = new Date('2026-03-02T01:00:00Z')
    await step(bureau, id, 'accept')
    expect(await lightIs()).toEqual(['green', '按期办理'])
  })

  it('measured by an indicator is worked on as any other, and its indicator has a name before there is an evaluation', async () => {
    const indicator = { pack: 'county-duty', indicator: 'retention' }
    const id = await madeBy(office, task({ indicator }))
    expect(await stateAfter(office, id, 'issue')).toBe('issued')
    expect(await stateAfter(bureau, id, 'accept')).toBe('underway')
    const { figure } = await read(bureau, id)
    expect(figure?.title).toMatch(/巩固率/)
    expect(figure).not.toHaveProperty('run')
  })

  it('shows where its indicator came from while the year has no evaluation, and takes no light from it', async () => {
    writeSmallFolder(folder, goodSchools)
    const run = await keepRun(folder, '2026-02-01T00:00:00Z')
    await db.run(
      "update evaluation_figures set org_path = $1 where run_id = $2 and node = 'books_each' and subject = '1001'",
      [testPath, run],
    )
    const id = await madeBy(office, task({ indicator: { pack: 'small-books', indicator: 'books_each' } }))
    const { figure, row } = await read(office, id)
    expect(figure).toMatchObject({ title: '生均图书', before: { year: 2025, state: 'met' } })
    expect(figure?.before?.shown).toMatch(/^\d+\.\d\d册\/生$/)
    expect(figure).not.toHaveProperty('state')
    expect(row.light).toBe('none')
  })

  it('takes papers of the archive that whoever reports reaches, and shows how they stand', async () => {
    const id = await madeBy(office, task({ deliverable: '工作总结' }))
    await step(office, id, 'issue')
    await step(bureau, id, 'accept')
    await keepPaper('own', 'D02/', '总结')
    await keepPaper('foreign', 'T01/', '乡镇的')
    expect(await stateAfter(bureau, id, 'report_done', { filed: ['foreign'] })).toBe('archive.paper_not_found')
    expect(await stateAfter(bureau, id, 'report_done', { filed: ['own'] })).toBe('reported')
    expect((await read(office, id)).filed).toEqual([{ paper: 'own', title: '总结', standing: 'unread', lacks: '' }])
    await db.run("update archive_papers set valid_until = '2026-03-01' where paper_id = 'own'", [])
    expect((await read(office, id)).filed).toMatchObject([{ standing: 'expired' }])
  })

  it('of one’s own making has a basis and a value to reach, and is changed until it is given out', async () => {
    const indicator = { pack: 'county-duty', indicator: 'retention' }
    const target = { comparison: '≥', value: '96.50' } as const
    expect((await make(office, task({ target }))).json().type).toBe('duties.target_alone')
    const id = await madeBy(office, task({ indicator, target, basis: '县委会议纪要', milestones: [] }))
    const made = await read(office, id)
    expect(made).toMatchObject({ basis: '县委会议纪要', is_own: true, may_edit: true, figure: { target, unit: '%' } })
    const edit = (app: App) =>
      app.inject({
        method: 'PUT',
        url: `/api/duties/tasks/${testCounty}/${id}`,
        headers,
        payload: {
          title: '巩固入学',
          wording: '',
          lists: ['任务清单'],
          cooperating: ['T01'],
          post: '局长',
          due_on: '2026-10-31',
          basis: '义务教育法第十三条',
          deliverable: '总结',
          milestones: [{ title: '摸排', due_on: '2026-05-31' }],
        },
      })
    expect((await edit(bureau)).json().type).toBe('duties.not_issuer')
    const changed: TaskView = (await edit(office)).json()
    expect(changed).toMatchObject({
      basis: '义务教育法第十三条',
      deliverable: '总结',
      row: { title: '巩固入学', due_on: '2026-10-31' },
      milestones: [{ no: 1, title: '摸排' }],
    })
    expect(changed).not.toHaveProperty('figure')
    expect((await edit(office)).json().milestones).toHaveLength(1)
    await step(office, id, 'issue')
    expect((await edit(office)).json().type).toBe('duties.not_draft')
    expect((await read(office, id)).may_edit).toBe(false)
  })

  it('of one’s own making has the next number of its year, one for all units it is made for; parts have that of the whole', async () => {
    const numbersOf = async (app: App, body: NewTaskBody) => {
      const made: string[] = (await make(app, body)).json().tasks
      return Promise.all(made.map(async (id) => (await read(app, id)).row.no))
    }
    const [first = ''] = await numbersOf(office, task())
    expect(first).toMatch(/^自定-\d+$/)
    const last = Number(first.slice(3))
    expect(await numbersOf(office, task({ units: ['D02', 'T01'] }))).toEqual([`自定-${last + 1}`, `自定-${last + 1}`])
    const whole = await madeBy(office, task({ units: ['T01'] }))
    await step(office, whole, 'issue')
    await step(township, whole, 'accept')
    const part = task({ parent: whole, units: ['S01'], due_on: '2026-10-31' })
    expect(await numbersOf(township, part)).toEqual([`自定-${last + 2}`])
    expect(await numbersOf(office, task())).toEqual([`自定-${last + 3}`])
    expect((await make(office, task({ due_on: '2026-03-01' }))).statusCode).toBe(422)
    expect(await numbersOf(office, task())).toEqual([`自定-${last + 4}`])
  })

  it('leaves nothing of a step that is refused', async () => {
    const id = await madeBy(
      office,
      task({ milestones: [{ title: '摸排', due_on: '2026-04-30' }], deliverable: '总结' }),
    )
    await step(office, id, 'issue')
    await step(bureau, id, 'accept')
    expect(await stateAfter(bureau, id, 'report_done', { reached: [1] })).toBe('duties.lacks_papers')
    expect((await read(bureau, id)).milestones[0]).not.toHaveProperty('reached_on')
  })

  it('goes further down to units below, and is not done before its parts are', async () => {
    const id = await madeBy(office, task({ units: ['T01'] }))
    await step(office, id, 'issue')
    await step(township, id, 'accept')
    const part = await make(township, task({ parent: id, units: ['S01'], due_on: '2026-10-31' }))
    expect(part.statusCode).toBe(200)
    expect((await make(township, task({ parent: id, units: ['D02'] }))).json().type).toBe('duties.unit_not_found')
    expect((await make(township, task({ parent: id, units: ['S01'], due_on: '2026-12-31' }))).json().title).toContain(
      '不能晚于原任务的期限 2026-11-30',
    )
    expect((await make(school, task({ parent: id, units: ['S01'] }))).json().type).toBe('duties.task_not_found')
    expect(await stateAfter(township, id, 'report_done')).toBe('duties.has_open_parts')
    const [below = ''] = part.json().tasks
    await step(township, below, 'issue')
    await step(school, below, 'accept')
    await step(school, below, 'report_done')
    expect(await stateAfter(township, below, 'confirm')).toBe('done')
    expect(await stateAfter(township, id, 'report_done')).toBe('reported')
  })

  it('under supervision is answered before anything is closed; what is not answered goes up by posts', async () => {
    const id = await madeBy(office, task())
    await step(office, id, 'issue')
    await step(bureau, id, 'accept')
    expect((await step(office, id, 'supervise')).json().type).toBe('duties.due_missing')
    await step(office, id, 'supervise', { due_on: '2026-03-16' })
    expect((await read(office, id)).row).toMatchObject({
      is_supervised: true,
      light: 'red',
      because: '正在督办，限 2026-03-16 前答复',
    })
    now = new Date('2026-03-20T01:00:00Z')
    await sweepClocks(testDoor(db, clock), now)
    const fired = await db.run<{ kind: string; post: string }>(
      `select kind, post from clocks_firings where subject_id = $1 order by on_day, kind`,
      [id],
    )
    expect(fired).toContainEqual({ kind: 'escalate', post: '分管县长' })
    expect(await stateAfter(bureau, id, 'report_done')).toBe('duties.already_supervised')
    expect(await stateAfter(bureau, id, 'answer')).toBe('underway')
    expect(await stateAfter(bureau, id, 'report_done')).toBe('reported')
    now = new Date('2026-03-02T01:00:00Z')
  })

  it('that is no more than drawn up is not seen by the unit that is to lead, and red ones stand before others', async () => {
    const draft = await madeBy(office, task({ title: '还在起草' }))
    const ids = async (app: App) => (await list(app, '?limit=200')).tasks.map((one) => one.task)
    expect(await ids(office)).toContain(draft)
    expect(await ids(bureau)).not.toContain(draft)
    expect((await bureau.inject({ url: `/api/duties/tasks/${testCounty}/${draft}` })).json().type).toBe(
      'duties.task_not_found',
    )
    const late = await madeBy(office, task({ title: '最晚的', due_on: '2026-03-05' }))
    await step(office, late, 'issue')
    now = new Date('2026-03-20T01:00:00Z')
    expect((await ids(bureau))[0]).toBe(late)
    expect((await list(bureau, '?limit=200')).tasks[0]).toMatchObject({ light: 'red' })
    now = new Date('2026-03-02T01:00:00Z')
  })

  it('given to another unit is theirs with its history, and no longer the former one’s', async () => {
    const id = await madeBy(office, task())
    await step(office, id, 'issue')
    await step(bureau, id, 'decline')
    expect(await stateAfter(office, id, 'transfer', { unit: 'T01' })).toBe('issued')
    expect(await stateAfter(bureau, id, 'accept')).toBe('duties.task_not_found')
    expect(await stateAfter(township, id, 'accept')).toBe('underway')
    expect((await read(township, id)).events.map(({ deed }) => deed)).toContain('decline')
  })

  it('of a day that is over, of a closed plan, or without a word is refused and says what to do', async () => {
    expect((await make(office, task({ due_on: '2026-03-01' }))).json().type).toBe('duties.due_past')
    const id = await madeBy(office, task())
    expect((await step(office, id, 'cancel', { says: '  ' })).json().detail).toBe('请写明情况或原因。')
    const close = () =>
      office.inject({ method: 'POST', url: `/api/duties/plans/${testCounty}/${plan}/closing`, headers })
    await close()
    expect(await stateAfter(office, id, 'issue')).toBe('duties.plan_closed')
    await close()
  })
})

describe('the list of tasks', () => {
  it('shows each unit its own, counts lights over all, and is searched by light, list and words', async () => {
    const late = await madeBy(
      office,
      task({ title: '消除隐患', units: ['T01'], due_on: '2026-03-05', lists: ['问题清单'] }),
    )
    await step(office, late, 'issue')
    await step(township, late, 'accept')
    now = new Date('2026-03-10T01:00:00Z')
    const all = await list(office)
    expect(all.counts.red).toBeGreaterThan(0)
    const red = await list(office, '?light=red&list=%E9%97%AE%E9%A2%98%E6%B8%85%E5%8D%95&text=%E9%9A%90%E6%82%A3')
    expect(red.tasks).toMatchObject([{ task: late, because: '逾期 5 天', unit_name: '青山乡' }])
    // Chips count the list that is looked at.
    expect(red.counts).toMatchObject({ total: 1, red: 1 })
    expect(red.units).toMatchObject([{ name: '青山乡', tasks: 1 }])
    const own = await list(school)
    expect(new Set(own.tasks.map(({ unit }) => unit))).toEqual(new Set(['S01']))
    expect((await list(township, '?mine=true')).tasks.every(({ unit }) => unit === 'T01')).toBe(true)
    now = new Date('2026-03-02T01:00:00Z')
  })
})
