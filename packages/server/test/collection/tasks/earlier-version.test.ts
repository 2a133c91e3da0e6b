import { beforeEach, expect, it } from 'vitest'
import { readVersion } from '../../../src/collection/tasks/read-version.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { type Desk, deskOf, ownRow } from './desk.ts'

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
  const version = (no: number) =>
    desk.review((ctx) => readVersion(ctx, { ...open.key, version: no, from: 0, size: 10 }, testKeyring()))

  it('is the present one until it is corrected', async () => {
    const first = await version(1)
    expect(first).toMatchObject({ version: 1, is_present: true, row_total: 1 })
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
})
