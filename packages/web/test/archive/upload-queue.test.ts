import type { UploadedFile } from '@eduduty/core/archive'
import { describe, expect, test } from 'vitest'
import { isMeant } from '../../src/archive/upload/files-of-drop.ts'
import {
  changeUpload,
  isUnderWay,
  linksByPaper,
  MOST_AT_ONCE,
  nextToSend,
  openSuggestions,
  retryFailed,
  suggestedMaterials,
  sumUploads,
  surestSuggestions,
  type Upload,
  waitingUpload,
} from '../../src/archive/upload/upload-queue.ts'

const chosen = (n: number): readonly Upload[] =>
  Array.from({ length: n }, (_, at) => waitingUpload(at + 1, `材料/${at + 1}.pdf`, 100))

const arrived = (part: Partial<UploadedFile>): UploadedFile => ({
  name: 'a.pdf',
  outcome: 'kept',
  paper: 'p1',
  title: 'a',
  suggested: [],
  problem: '',
  ...part,
})

describe('files on their way', () => {
  test('go a few at a time, in the order they were chosen', () => {
    let all = chosen(MOST_AT_ONCE + 2)
    expect(nextToSend(all).map(({ no }) => no)).toEqual([1, 2, 3].slice(0, MOST_AT_ONCE))
    for (const { no } of nextToSend(all)) all = changeUpload(all, no, { state: 'sending' })
    expect(nextToSend(all)).toEqual([])
    all = changeUpload(all, 2, { state: 'done', files: [arrived({})] })
    expect(nextToSend(all).map(({ no }) => no)).toEqual([MOST_AT_ONCE + 1])
  })

  test('one that fails stops no other, is told with its reason, and can be sent again', () => {
    let all = changeUpload(chosen(2), 1, { state: 'failed', why: '连不上服务器' })
    expect(nextToSend(all).map(({ no }) => no)).toEqual([2])
    all = changeUpload(all, 2, { state: 'done', files: [arrived({})] })
    expect(isUnderWay(all)).toBe(false)
    expect(sumUploads(all)).toMatchObject({ kept: 1, failed: 1, sentBytes: 100, allBytes: 200 })
    all = retryFailed(all)
    expect(all.map(({ state, why }) => [state, why])).toEqual([
      ['waiting', ''],
      ['done', ''],
    ])
  })

  test('every file of an unpacked archive is counted by what became of it', () => {
    const files = [arrived({}), arrived({ outcome: 'known' }), arrived({ outcome: 'refused', problem: '程序文件' })]
    expect(sumUploads(changeUpload(chosen(1), 1, { state: 'done', files }))).toMatchObject({
      kept: 1,
      known: 1,
      refused: 1,
      failed: 0,
    })
  })
})

describe('suggested uses', () => {
  const one = { need: 'n1', title: '劝返台账', because: '文件夹名', file_no: '2.1-1', unit_name: '青山乡' }
  const other = { ...one, need: 'n2', file_no: '2.1-2' }
  const files = [arrived({ suggested: [one, other] }), arrived({ paper: 'p2', suggested: [one, one] })]
  const all = changeUpload(chosen(1), 1, { state: 'done', files })

  test('are offered once each, until they are accepted', () => {
    expect(openSuggestions(all, new Set()).map(({ paper, need }) => `${paper} ${need}`)).toEqual([
      ...['p1 n1', 'p1 n2', 'p2 n1'],
    ])
    expect(openSuggestions(all, new Set(['p1 n1', 'p2 n1'])).map(({ need }) => need)).toEqual(['n2'])
  })

  test('are taken all at once only as far as they are the surest of their paper', () => {
    expect(surestSuggestions(openSuggestions(all, new Set())).map(({ paper, need }) => `${paper} ${need}`)).toEqual([
      ...['p1 n1', 'p2 n1'],
    ])
  })

  test('of one material for several units stand below it, and wait for somebody to say which', () => {
    const rival = { ...one, need: 'n3', unit_name: '绿水镇' }
    expect(suggestedMaterials([one, other, rival]).map(({ needs }) => needs.map(({ need }) => need))).toEqual([
      ...[['n1', 'n3'], ['n2']],
    ])
    const several = changeUpload(chosen(1), 1, { state: 'done', files: [arrived({ suggested: [one, rival] })] })
    expect(surestSuggestions(openSuggestions(several, new Set()))).toEqual([])
  })

  test('are accepted together with one request for each paper', () => {
    expect([...linksByPaper(openSuggestions(all, new Set()))]).toEqual([
      ['p1', ['n1', 'n2']],
      ['p2', ['n1']],
    ])
  })
})

test('what systems and office programs leave in a folder is not handed in', () => {
  const names = [
    '控辍/台账.xlsx',
    '控辍/~$台账.xlsx',
    '.DS_Store',
    '__MACOSX/台账.xlsx',
    '控辍/Thumbs.db',
    '1.1 校舍.pdf',
  ]
  expect(names.filter(isMeant)).toEqual(['控辍/台账.xlsx', '1.1 校舍.pdf'])
})
