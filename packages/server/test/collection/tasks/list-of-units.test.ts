import { Readable } from 'node:stream'
import { areaPath } from '@eduduty/core/organizations'
import { beforeEach, expect, it } from 'vitest'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { receiveRoster } from '../../../src/collection/upload/receive-roster.ts'
import { createRunningLoads } from '../../../src/collection/upload/running-loads.ts'
import { SentBody } from '../../../src/collection/upload/sent-body.ts'
import { installMissingTables } from '../../../src/packs/index.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, loadPack, openCollecting, today } from './collecting-county.ts'
import { supervisor } from './desk.ts'

let serial = 610

onBothEngines((database) => {
  let key: { county: string; taskId: string }
  const office = () => `${areaPath(key.county)}D02/` as const
  beforeEach(async () => {
    serial += 1
    const { county } = await openCollecting(database(), `990${serial}`)
    const loaded = await loadPack('duty-registers')
    await installMissingTables(database(), loaded.pack)
    const days = { year: 2025, opens_on: '2026-11-01', closes_on: '2026-11-30' }
    const plans = [{ register: 'school_allocation', unit_ids: ['D02'], has_first_review: false }]
    const body = { title: '拨款', pack_id: loaded.pack.pack.id, ...days, plans }
    await as(database(), { name: supervisor, scope: areaPath(county), verb: 'collection.plan' }, (ctx) =>
      openPeriod(ctx, county, body, loaded),
    )
    const [task] = await database().run<{ task_id: string }>(
      `select task_id from collection_tasks where county_code = $1 and register = 'school_allocation'`,
      [county],
    )
    key = { county, taskId: task?.task_id ?? '' }
  })
  const caller = () => ({
    actor: personAt(office(), '顾科员'),
    verb: 'collection.fill' as const,
    scopes: [office()],
    purpose: '测试',
    origin: { requestId: 't', address: '127.0.0.1' },
  })
  const send = async (text: string) => {
    const body = await SentBody.receive(Readable.from([Buffer.from(text)]))
    const parts = {
      db: database(),
      door: testDoor(database(), () => today),
      keyring: testKeyring(),
      running: createRunningLoads(),
    }
    return receiveRoster(parts, caller(), key, { name: '拨款.csv', body }).finally(() => body.drop())
  }

  it('an office without a code of its own sends in the rows of all schools', async () => {
    const lines = ['学校代码,学校名称,拨款核定学生数,拨付公用经费总额', '2199000001,石桥镇中心小学,516,38.7']
    const { upload, task } = await send([...lines, '2199000002,河口小学,100,7.5'].join('\r\n'))
    expect(upload).toMatchObject({ status: 'taken', rows_taken: 2, faults: 0 })
    expect(task.state).toBe('filling')
    const wanted = { ...key, from: 0, size: 10 }
    const { rows } = await testDoor(database(), () => today).read(caller(), (ctx) =>
      readTask(ctx, wanted, { grants: [], keyring: testKeyring() }),
    )
    expect(rows.map(({ cells }) => cells.school_name)).toEqual(['石桥镇中心小学', '河口小学'])
  })
})
