import { beforeEach, expect, it } from 'vitest'
import { saveCells } from '../../../src/collection/entry/save-cells.ts'
import { makePacket } from '../../../src/collection/packet/make-packet.ts'
import { refuseRequest } from '../../../src/collection/review/answer-request.ts'
import { explainFinding, reviewExplanation } from '../../../src/collection/review/explain-finding.ts'
import { replyReturn } from '../../../src/collection/review/reply-return.ts'
import { requestException } from '../../../src/collection/review/request-exception.ts'
import { returnTask } from '../../../src/collection/review/return-task.ts'
import { getTask } from '../../../src/collection/tasks/get-task.ts'
import { listEvents } from '../../../src/collection/tasks/list-events.ts'
import { receiveUpload } from '../../../src/collection/upload/receive-upload.ts'
import { personAt, testDoor, testKeyring } from '../../harness/doors.ts'
import { onBothEngines } from '../../harness/engines.ts'
import { openCollecting, today } from './collecting-county.ts'
import { clerk, type Desk, deskOf, ownRow, supervisor, townClerk } from './desk.ts'
import { rightAnswers, softMistake } from './filled-form.ts'
import { xlsxOf } from './school-files.ts'

let serial = 400

onBothEngines((database) => {
  let desk: Desk
  let open: Awaited<ReturnType<typeof openCollecting>>
  beforeEach(async () => {
    serial += 1
    open = await openCollecting(database(), `990${serial}`)
    desk = deskOf(database(), open)
  })
  const keyring = testKeyring()
  const events = () => desk.fill(async (ctx) => listEvents(ctx, await getTask(ctx, open.key)))
  const upload = async (name: string) => {
    const origin = { requestId: 't', address: '127.0.0.1' }
    const actor = personAt(open.school, clerk)
    const caller = { actor, verb: 'collection.fill', scopes: [open.school], purpose: '测试', origin } as const
    const file = { name, bytes: await xlsxOf() }
    return receiveUpload(
      testDoor(database(), () => today),
      caller,
      open.key,
      { file, keyring },
    )
  }

  it('tells of files, of cells from rosters and by hand, each with what came of it and where to look', async () => {
    await upload('学校填报表.xlsx')
    const { rowNo } = await ownRow(database(), open.key)
    const edits = [{ row_no: rowNo, column: 'teachers', from: '32', to: '33' }]
    await desk.fill((ctx) => saveCells(ctx, open.key, { edits }, { keyring, way: 'derived' }))
    await desk.type([{ row_no: rowNo, column: 'teachers', from: '33', to: '34' }])
    await desk.type([{ row_no: rowNo, column: 'founded_year', from: '1998', to: '1999' }])
    const told = await events()
    expect(told.map(({ title }) => title).toSorted()).toEqual(
      ['上传文件', '从名册取数', '填报', '开放', '页面填写'].toSorted(),
    )
    const of = (title: string) => told.find((one) => one.title === title)
    expect(of('上传文件')).toMatchObject({
      by: clerk,
      says: expect.stringContaining('学校填报表.xlsx，采用 1 行'),
      link: { to: 'files' },
    })
    expect(of('从名册取数')).toMatchObject({
      by: clerk,
      says: '1 格',
      link: { to: 'cell', row_no: rowNo, column: 'teachers' },
    })
    // Of typing one line for the whole day.
    expect(of('页面填写')).toMatchObject({ says: '2 格' })
  })

  it('tells of explanations and their judgement, requests and their answers, replies and frozen versions in the order of time', async () => {
    let minute = 0
    const at = () => {
      minute += 1
      return new Date(today.getTime() + minute * 60_000)
    }
    const { findings } = await desk.typeAll(softMistake)
    const where = { check: 'gym_within_indoor', row_no: findings[0]?.row_no ?? 0 }
    const explain = { ...where, text: '体育馆单独统计' }
    await desk.fill((ctx) => explainFinding(ctx, open.key, explain, keyring), clerk, at())
    await desk.fill((ctx) => requestException(ctx, open.key, { kind: 'extension', reason: '停电三天' }), clerk, at())
    const [asked] = await desk.requests()
    const refusal = { request_id: asked?.request_id ?? '', reason: '时间充足', kinds: ['extension'] } as const
    await desk.plan((ctx) => refuseRequest(ctx, open.key, refusal), supervisor, at())
    await desk.submit(clerk, at())
    const judge = { ...where, accept: true, reason: '属实' }
    await desk.reviewFirst((ctx) => reviewExplanation(ctx, open.key, judge, keyring), townClerk, at())
    const told = await events()
    expect(told.slice(0, 5).map(({ title, by, reason }) => [title, by, reason])).toEqual([
      ['审核说明', townClerk, '属实'],
      ['上报', clerk, ''],
      ['不同意申请', supervisor, '时间充足'],
      ['申请', clerk, '停电三天'],
      ['说明核实性错误', clerk, '体育馆单独统计'],
    ])
    expect(told[0]).toMatchObject({ says: expect.stringMatching(/^体育馆.*：认可$/), link: { to: 'problems' } })
    expect(told.filter(({ title }) => title.includes('申请')).map(({ link }) => link)).toEqual(
      [1, 2].map(() => ({ to: 'requests' })),
    )
    expect(told.map((one) => Date.parse(one.at))).toEqual(
      told.map((one) => Date.parse(one.at)).toSorted((a, b) => b - a),
    )
  })

  it('tells of each round of typing by itself, though all were on one day, and of a packet that was fetched', async () => {
    let minute = 0
    const at = () => {
      minute += 1
      return new Date(today.getTime() + minute * 60_000)
    }
    await desk.typeAll()
    await desk.fill((ctx) => makePacket(ctx, open.key, keyring), clerk, at())
    await desk.submit(clerk, at())
    await desk.review(
      (ctx) => returnTask(ctx, open.key, { cells: [], reason: '请核对', due_on: '2026-11-28' }),
      supervisor,
      at(),
    )
    const { rowNo } = await ownRow(database(), open.key)
    const edit = (column: string, from: string, to: string) => ({ row_no: rowNo, column, from, to })
    await desk.type([edit('founded_year', '1998', '1999')], clerk, at())
    await desk.type([edit('teachers', '32', '33')], clerk, at())
    const told = await events()
    expect(told.filter(({ title }) => title === '页面填写').map(({ says }) => says)).toEqual([
      '2 格',
      `${Object.keys(rightAnswers).length} 格`,
    ])
    expect(told.map(({ title }) => title)).toEqual([
      '页面填写',
      '退回',
      '上报',
      '下载离线包',
      ...['页面填写', '填报', '开放'].toSorted(),
    ])
  })

  it('tells of a reply to what was sent back, and leads to the version that was frozen', async () => {
    await desk.typeAll()
    await desk.submit()
    await desk.giveBack()
    const [cell] = await database().run<{ return_id: string }>(
      'select return_id from collection_returned_cells where county_code = $1',
      [open.county],
    )
    await desk.fill((ctx) => replyReturn(ctx, open.key, { return_id: cell?.return_id ?? '', reply: '已核对，无误' }))
    await desk.submit()
    await desk.approveOnce()
    await desk.approve()
    await desk.freeze()
    const told = await events()
    expect(told.find(({ action }) => action === 'reply')).toMatchObject({ title: '答复退回', reason: '已核对，无误' })
    expect(told.find(({ action }) => action === 'freeze')).toMatchObject({ link: { to: 'version', version: 1 } })
  })
})
