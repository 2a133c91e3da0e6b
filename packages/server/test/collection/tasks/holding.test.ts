import { afterEach, beforeEach, expect, it } from 'vitest'
import { onBothEngines } from '../../harness/engines.ts'
import { softMistake, wholeForm } from './filled-form.ts'
import { openStaffed, type StaffedCounty, type StaffName, staff } from './staffed-county.ts'

let serial = 10

onBothEngines((database) => {
  let county: StaffedCounty
  beforeEach(async () => {
    serial += 1
    county = await openStaffed(database(), `9901${serial}`)
  })
  afterEach(() => county.close())
  const path = () => `/tasks/${county.county}/${county.key.taskId}`
  const send = (name: StaffName, deed: string, body: object = { reason: '已核对' }) =>
    county.send(name, `${path()}/${deed}`, body)
  const desk = async (name: StaffName = '林县长') => (await county.send(name, path())).body.desk
  /** Those to whom the list of tasks says that it is their turn. */
  const turns = async () => {
    const names: string[] = []
    for (const { name } of staff) {
      const { body } = await county.send(name, '/tasks?at_me=true')
      if (JSON.stringify(body.tasks).includes(county.key.taskId)) names.push(name)
    }
    return names
  }
  const handIn = async () => {
    await send('叶填报', 'cells', { edits: wholeForm() })
    expect(await send('叶填报', 'submit', { reason: '' })).toMatchObject({ status: 200 })
  }

  it('lies with the school, then with its township before the county that may do it too', async () => {
    expect(await desk()).toMatchObject({ offices: [{ unit: '石桥镇中心小学', people: 2 }] })
    await handIn()
    expect(await desk('白专干')).toEqual({
      offices: [
        { unit: '石桥镇', people: 2, names: expect.arrayContaining(['白专干', '周专干']) },
        { unit: '县教育局', people: 1, names: ['顾局长'] },
        { unit: `${county.county}县人民政府`, people: 2, names: expect.arrayContaining(['陆督导', '沈督导']) },
      ],
      is_absent: false,
    })
    expect(await turns()).toEqual(['白专干', '周专干', '顾局长', '陆督导', '沈督导'])
  })

  it('does not lie with whoever had a hand in it already', async () => {
    await handIn()
    expect((await send('陆督导', 'first-review')).status).toBe(200)
    expect(await desk()).toMatchObject({ offices: [{ people: 1, names: ['沈督导'] }] })
    expect(await turns()).toEqual(['沈督导'])
    expect((await send('陆督导', 'review')).body.type).toBe('collection.same_reviewer')
    const given = (name: StaffName) => send('沈督导', 'hand-on', { person_id: county.idOf(name), reason: '请办理' })
    expect((await given('陆督导')).body.type).toBe('collection.reviewer_had_a_hand')
    expect((await given('沈督导')).status).toBe(200)
    // The others are not even offered.
    expect(JSON.stringify(await county.send('沈督导', `${path()}/reviewers`))).not.toContain('陆督导')
  })

  it('lies with whom it was handed on to alone, and when that person is gone with those who may hand it on again', async () => {
    await handIn()
    expect((await send('白专干', 'first-hand-on', { person_id: county.idOf('周专干'), reason: '出差' })).status).toBe(
      200,
    )
    expect(await desk()).toMatchObject({ offices: [{ unit: '石桥镇', people: 1, names: ['周专干'] }] })
    expect(await turns()).toEqual(['周专干'])
    expect((await send('白专干', 'first-review')).body.type).toBe('collection.handed_to_other')
    await database().run("update identity_accounts set status = 'disabled' where person_id = $1", [
      county.idOf('周专干'),
    ])
    expect(await desk()).toMatchObject({ is_absent: true, offices: [{ names: ['白专干'] }, {}, {}] })
    const { body } = await county.send('白专干', path())
    expect(body.permits).toContainEqual({ deed: 'hand_on', allowed: true })
    expect((await send('白专干', 'first-hand-on', { person_id: county.idOf('白专干'), reason: '收回' })).status).toBe(
      200,
    )
    expect((await send('白专干', 'first-review')).status).toBe(200)
  })

  it('lies also with whoever acts for the person it was handed on to, unless either had a hand in it', async () => {
    await handIn()
    const given = (name: StaffName) => send('陆督导', 'hand-on', { person_id: county.idOf(name), reason: '请办理' })
    const acting = (name: StaffName, behalf: StaffName, deed: string) =>
      county.send(name, `${path()}/${deed}`, { reason: '已核对' }, behalf)
    const waits = async (name: StaffName, behalf: StaffName) =>
      JSON.stringify((await county.send(name, '/tasks?at_me=true', undefined, behalf)).body.tasks)
    await send('白专干', 'first-review')
    await given('沈督导')
    // By their own post it does not lie with them; for the colleague it does.
    expect(await turns()).toEqual(['沈督导'])
    expect((await send('陆督导', 'review')).body.type).toBe('collection.handed_to_other')
    expect(await waits('林县长', '沈督导')).toContain(county.key.taskId)
    expect(await waits('林县长', '陆督导')).not.toContain(county.key.taskId)
    expect((await acting('林县长', '陆督导', 'review')).body.type).toBe('collection.handed_to_other')
    // Who reviewed it first does not review it again for somebody else.
    expect(await waits('白专干', '沈督导')).not.toContain(county.key.taskId)
    expect((await acting('白专干', '沈督导', 'review')).body.type).toBe('collection.same_reviewer')
    expect((await acting('林县长', '沈督导', 'review')).body).toMatchObject({ state: 'verified' })
    const told = await database().run<{ actor_name: string }>(
      `select actor_name from collection_task_events where county_code = $1 and task_id = $2 and action = 'approve'`,
      [county.county, county.key.taskId],
    )
    expect(told).toEqual([{ actor_name: '林县长（代沈督导）' }])
  })

  it('is handed on and given back by its township only while it lies there', async () => {
    await handIn()
    await send('白专干', 'first-review')
    const given = { person_id: county.idOf('周专干'), reason: '请办理' }
    expect((await send('白专干', 'first-hand-on', given)).body.type).toBe('collection.already_reviewed')
    const { body } = await county.send('白专干', path())
    expect(JSON.stringify(body.permits)).not.toMatch(/"deed":"(?:return|hand_on)"/)
  })

  it('lies with those who answer what the school asked for, also when the form itself lies with nobody', async () => {
    await handIn()
    await send('白专干', 'first-review')
    await send('陆督导', 'review')
    await send('陆督导', 'freeze')
    expect(await turns()).toEqual([])
    await send('叶填报', 'requests', { kind: 'correction', reason: '学籍核查后人数有变' })
    expect(await turns()).toEqual(['陆督导', '沈督导'])
    const listed = await county.send('沈督导', '/tasks?at_me=true')
    expect(listed.body.tasks).toMatchObject([{ at_me: true, requested: ['correction'] }])
    expect((await county.send('叶填报', path())).body.task).toMatchObject({ at_me: false, requested: ['correction'] })
  })

  it('says how many explanations wait to be judged', async () => {
    await send('叶填报', 'cells', { edits: wholeForm(softMistake) })
    const { body } = await county.send('叶填报', path())
    expect(body.task).toMatchObject({ open_explanations: 1, pending_explanations: 0 })
    await send('叶填报', 'explanations', { check: 'gym_within_indoor', row_no: 0, text: '体育馆单独统计' })
    await send('叶填报', 'submit', { reason: '' })
    const waiting = { open_explanations: 0, soft_errors: 1, pending_explanations: 1 }
    expect((await county.send('白专干', '/tasks')).body.tasks).toMatchObject([waiting, {}])
    expect((await county.send('白专干', path())).body.task).toMatchObject(waiting)
  })

  it('is frozen by whom it was handed on to', async () => {
    await handIn()
    await send('白专干', 'first-review')
    await send('陆督导', 'review')
    await send('陆督导', 'hand-on', { person_id: county.idOf('沈督导'), reason: '请核定后冻结' })
    expect((await send('陆督导', 'freeze')).body.type).toBe('collection.handed_to_other')
    const all = await county.send('陆督导', `/periods/${county.county}/${county.periodId}/freeze`, { reason: '定稿' })
    expect(all).toMatchObject({ status: 200, body: { tasks: 0 } })
    expect((await send('沈督导', 'freeze')).status).toBe(200)
    expect(await desk()).toEqual({ offices: [], is_absent: false })
  })
})
