import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
const check = (name: string, content: string | Uint8Array, ...more: string[]) => {
  writeFileSync(join(folder, name), content)
  return runInProcess(folder, ['check-report', name, ...more])
}

const WRONG = '在校生45678人，其中小学30123人、初中15655人。'
const RIGHT = '在校生45678人，其中小学30123人、初中15555人。'

describe('eduduty check-report', () => {
  it('lists what is wrong, with the sentence and the likely number, and ends with 1', async () => {
    const { code, out } = await check('报告.txt', WRONG)
    expect(code).toBe(1)
    expect(out).toContain(`原句：${WRONG}`)
    expect(out).toContain('30123人 + 15655人 = 45778人，写的是 45678人')
    expect(out).toContain('15655人 → 15555人')
  })

  it('ends with 0 where the numbers agree', async () => {
    const { code, out } = await check('报告.txt', RIGHT)
    expect(code).toBe(0)
    expect(out).toContain('读出 3 个数，3 个有别的数印证')
  })

  it('writes one JSON document with claims, findings and how many are confirmed', async () => {
    const { code, out } = await check('报告.txt', WRONG, '--json')
    expect(code).toBe(1)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ findings: [{ grade: 'wrong', sentence: WRONG, found: '45678人' }], confirmed: 0 })
    expect(answer.claims[0]).toMatchObject({
      text: '45678人',
      quantity: '在校生',
      value: '45678',
      unit: '人',
      at: { start: 3, end: 9 },
    })
  })

  it.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WRONG, 'utf16le')])],
    ['UTF-16 without its mark', Buffer.from(`${'1. '.repeat(8)}\n${WRONG}`, 'utf16le')],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${WRONG}`)],
    [
      'html',
      '<html><head><title>1人</title><style>p{}</style></head><body><p>在校生45678人，其中小学<b>30123</b>人、初中15655人。</p></body></html>',
    ],
    ['traditional characters with pinyin', '在校學(xué)生45678人，其中小學(xué)30123人、初中15655人。'],
    ['broken lines', '一年来，在校生45 678人，其中小学30123人、\n初中15655人。'],
  ])('reads %s', async (_, content) => {
    const { code, out } = await check('报告.docx', content)
    expect(code).toBe(1)
    expect(out).toContain('= 45778人')
  })

  it.each([
    ['an empty file', '', '文件是空的'],
    ['a file of blanks', ' \n ', '里面没有文字'],
    ['a PDF', '%PDF-1.7', '这是 PDF 文件'],
    ['a picture named so', Buffer.from('89504e470d0a1a0a00', 'hex'), '先识别成文字'],
    ['an archive', Buffer.from('526172211a0700', 'hex'), '请先解压'],
    ['a torn docx', Buffer.from('504b0304aabbccdd', 'hex'), '文件已损坏'],
    ['bytes that are no text', Buffer.from([1, 0, 0, 2, 0, 3, 0, 0]), '这不是文字文件'],
  ])('refuses %s with exit code 2 and says what to do', async (_, content, says) => {
    const { code, out, err } = await check('报告.docx', content)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  it('refuses what is no file', async () => {
    expect((await runInProcess(folder, ['check-report', 'absent.txt'])).err).toContain('没有这个文件')
    expect((await runInProcess(folder, ['check-report', '.'])).code).toBe(2)
    expect((await runInProcess(folder, ['check-report'])).err).toContain('请给出一份报告')
  })
})
