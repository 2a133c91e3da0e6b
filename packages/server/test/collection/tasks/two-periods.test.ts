import { areaPath } from '@eduduty/core/organizations'
import { expect, it } from 'vitest'
import { readCollected } from '../../../src/collection/collected/read-collected.ts'
import { openPeriod } from '../../../src/collection/periods/open-period.ts'
import { freezeTask } from '../../../src/collection/review/approve-task.ts'
import { systemIn, testDoor } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { as, loadPack, openCollecting, today } from './collecting-county.ts'
import { type Desk, deskOf, supervisor } from './desk.ts'
import { loadTaskPack } from './task-pack-of.ts'

onBothEngines((database) => {
  it('of two 上报期 that ask for the same, the one that closes last counts, and the source names it', async () => {
    const open = await openCollecting(database(), '990980')
    const plans = [{ register: 'school_form', unit_ids: ['S2199000001'], has_first_review: true }]
    const days = { year: 2025, opens_on: '2026-11-01', closes_on: '2026-12-31' }
    const body = { title: '2025年冬季补采', pack_id: 'quality-balance-2017', ...days, plans }
    const loaded = await loadPack()
    const later = await as(database(), { name: '督导', scope: areaPath(open.county), verb: 'collection.plan' }, (ctx) =>
      openPeriod(ctx, open.county, body, loaded),
    )
    const [task] = await database().run<{ task_id: string }>(
      'select task_id from collection_tasks where county_code = $1 and period_id = $2',
      [open.county, later.period_id],
    )
    const key = { county: open.county, taskId: task?.task_id ?? '' }
    const freezeAt = (desk: Desk, of: typeof key, minute: number) =>
      desk.review((ctx) => freezeTask(ctx, of, ''), supervisor, new Date(today.getTime() + minute * 60_000))
    const [first, second] = [deskOf(database(), open), deskOf(database(), open, key)]
    const pack = await loadTaskPack()
    const collected = () =>
      testDoor(database()).read(systemIn(areaPath(open.county)), ({ db }) =>
        readCollected(db, { county: open.county, pack, year: 2025, kind: 'official' }),
      )
    await second.verify()
    await freezeAt(second, key, 1)
    expect((await collected()).submissions).toMatchObject([{ task_id: key.taskId, is_of_several: false }])
    await first.verify()
    await freezeAt(first, open.key, 2)
    const { submissions, sources } = await collected()
    expect(submissions).toMatchObject([{ task_id: key.taskId, is_of_several: true }])
    expect(sources.map(({ sheet }) => sheet)).toContain('学校填报表（2025年冬季补采）')
  })
})
