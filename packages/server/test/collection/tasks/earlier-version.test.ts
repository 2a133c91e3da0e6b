import { beforeEach, expect, it } from 'vitest'
import { readVersion } from '../../../src/collection/tasks/read-version.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { clerk, type Desk, deskOf, ownRow, supervisor } from './desk.ts'

let serial = 700

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
    await desk.verify()
    await desk.freeze()
  })
  const version = (no: number, against: 'now' | 'next' = 'now') =>
    desk.review((ctx) => readVersion(ctx, { ...open.key, version: no, from: 0, size: 10, against }, testKeyring()))

  it('is the present one until it is corrected', async () => {
    const first = await version(1)
    expect(first).toMatchObject({ version: 1, is_present: true, row_total: 1 })
    expect(first).toMatchObject({ submitted_by: clerk, frozen_by: supervisor, submitted_at: expect.any(String) })
    expect(first.rows[0]).toMatchObject({ cells: { teachers: '32' }, now: {}, is_gone: false })
    await expect(version(2)).rejects.toMatchObject({ code: 'collection.version_not_found' })
  })

  it('shows what stood in it, and what stands otherwise now', async () => {
    await desk.correct()
    const { rowNo } = await ownRow(database(), open.key)
    await desk.type([{ row_no: rowNo, column: 'teachers', from: '32', to: '33' }])
    const first = await version(1)
    expect(first).toMatchObject({ is_present: false, rows_added: 0 })
    expect(first.rows[0]).toMatchObject({ cells: { teachers: '32' }, now: { teachers: '33' }, is_gone: false })
    expect(Object.keys(first.rows[0]?.now ?? {})).toEqual(['teachers'])
    expect(await version(2)).toMatchObject({ is_present: true, reason: '学籍核查后更正' })
  })

  it('is compared with the one after it, whatever stands there now', async () => {
    const mend = async (from: string, to: string) => {
      await desk.correct()
      const { rowNo } = await ownRow(database(), open.key)
      await desk.type([{ row_no: rowNo, column: 'teachers', from, to }])
    }
    await mend('32', '33')
    await desk.submit()
    await desk.approveOnce()
    await desk.approve()
    await desk.freeze()
    await mend('33', '34')
    expect(await version(1)).toMatchObject({ rows: [{ now: { teachers: '34' } }] })
    expect(await version(1, 'next')).toMatchObject({ compared_with: 2, rows: [{ now: { teachers: '33' } }] })
    expect(await version(2, 'next')).toMatchObject({ compared_with: 3, rows: [{ now: { teachers: '34' } }] })
    const last = await version(3, 'next')
    expect(last).toMatchObject({ is_present: true, rows: [{ now: {} }] })
    expect(last).not.toHaveProperty('submitted_by')
  })
})
