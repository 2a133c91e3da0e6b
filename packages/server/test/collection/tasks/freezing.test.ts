import { beforeEach, expect, it } from 'vitest'
import { removeRows } from '../../../src/collection/entry/change-rows.ts'
import { correctTask } from '../../../src/collection/review/correct-task.ts'
import { requestException } from '../../../src/collection/review/request-exception.ts'
import { readTask } from '../../../src/collection/tasks/read-task.ts'
import { testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting } from './collecting-county.ts'
import { type Desk, deskOf, ownRow, storedRows } from './desk.ts'

let serial = 400

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })
  const versions = async () => {
    const detail = await desk.review((ctx) =>
      readTask(ctx, { ...open.key, from: 0, size: 10 }, { grants: [], keyring: testKeyring() }),
    )
    return detail.versions
  }

  it('takes only what was approved', async () => {
    await desk.typeAll()
    await desk.submit()
    await expect(desk.freeze()).rejects.toMatchObject({ code: 'collection.not_verified' })
    await desk.approveOnce()
    await expect(desk.freeze()).rejects.toMatchObject({ code: 'collection.not_verified' })
    await desk.approve()
    expect((await desk.freeze()).row.state).toBe('frozen')
  })

  it('makes the data final: nothing that anybody may do reaches them', async () => {
    await desk.verify()
    await desk.freeze()
    const { rowNo, submission } = await ownRow(database(), open.key)
    const before = await storedRows(database(), open.county, submission)
    const edit = { row_no: rowNo, column: 'teachers', from: '32', to: '33' }
    const tries: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => desk.type([edit]), 'collection.locked_frozen'],
      [() => desk.submit(), 'collection.locked_frozen'],
      [() => desk.withdraw(), 'collection.locked_frozen'],
      [() => desk.giveBack(), 'collection.locked_frozen'],
      [() => desk.approve('另一位督导'), 'collection.already_reviewed'],
      [() => desk.freeze(), 'collection.not_verified'],
      [
        () => desk.fill((ctx) => removeRows(ctx, open.key, { rowNos: [rowNo], reason: '删掉' }, testKeyring())),
        'collection.locked_frozen',
      ],
    ]
    for (const [attempt, code] of tries) await expect(attempt()).rejects.toMatchObject({ code })
    expect(await storedRows(database(), open.county, submission)).toEqual(before)
  })

  it('is followed by a correction as a second version that replaces the first when it is final itself', async () => {
    await desk.verify()
    await desk.freeze()
    const first = await ownRow(database(), open.key)
    const before = await storedRows(database(), open.county, first.submission)
    const { row } = await desk.correct()
    expect(row).toMatchObject({ state: 'filling', version: 2, submitted_by: null })
    const second = await ownRow(database(), open.key)
    expect(second.submission).not.toBe(first.submission)
    await desk.type([{ row_no: second.rowNo, column: 'teachers', from: '32', to: '33' }])
    expect(await storedRows(database(), open.county, first.submission)).toEqual(before)
    expect((await versions()).map(({ status }) => status)).toEqual(['frozen', 'draft'])
    await desk.submit()
    await desk.approveOnce()
    await desk.approve()
    await desk.freeze()
    expect(await versions()).toMatchObject([
      { version: 1, status: 'superseded', reason: '' },
      { version: 2, status: 'frozen', reason: '学籍核查后更正' },
    ])
    expect(await storedRows(database(), open.county, first.submission)).toEqual(before)
    const kept = await database().run<{ supersedes: string }>(
      'select supersedes from collection_submissions where county_code = $1 and submission_id = $2',
      [open.county, second.submission],
    )
    expect(kept).toEqual([{ supersedes: first.submission }])
  })

  it('is not undone where nothing is frozen, and asked for once at a time', async () => {
    await desk.verify()
    await expect(desk.correct()).rejects.toMatchObject({ code: 'collection.not_frozen' })
    const ask = () =>
      desk.fill((ctx) => requestException(ctx, open.key, { kind: 'correction', reason: '教师数少报一人' }))
    await expect(ask()).rejects.toMatchObject({ code: 'collection.not_frozen' })
    await desk.freeze()
    await ask()
    await ask()
    expect(await desk.requests()).toMatchObject([{ kind: 'correction', status: 'waiting' }])
    await desk.correct()
    expect(await desk.requests()).toMatchObject([{ status: 'granted', answer: '学籍核查后更正' }])
  })

  it('a correction can be filled though its period is over', async () => {
    await desk.verify()
    await desk.freeze()
    const later = new Date('2026-12-20T04:00:00Z')

    const { row } = await desk.review((ctx) => correctTask(ctx, open.key, '年底核查'), '沈督导', later)
    expect(row.due_on).toBe('2026-12-25')
    const { rowNo } = await ownRow(database(), open.key)
    const { results } = await desk.type(
      [{ row_no: rowNo, column: 'teachers', from: '32', to: '33' }],
      '叶晴川',
      new Date('2026-12-25T04:00:00Z'),
    )
    expect(results).toMatchObject([{ state: 'saved' }])
  })
})
