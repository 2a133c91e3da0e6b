import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSmallFolder } from '../evaluation/small-folder.ts'
import { runInProcess } from '../harness/run-in-process.ts'
import { temporaryFolder } from '../harness/temporary-folder.ts'

const folder = temporaryFolder()
const check = async (text: string, ...more: string[]) => {
  writeFileSync(join(folder, '报告.txt'), text)
  const { code, out } = await runInProcess(folder, ['check-report', '报告.txt', '--json', ...more])
  return { code, ...JSON.parse(out) }
}

beforeAll(async () => {
  const { pack, data } = writeSmallFolder(folder)
  await runInProcess(folder, ['assess', data, '--pack', pack, '--out', 'out'])
})

describe('a report held against a run', () => {
  it('is wrong where it gives a figure of the run another value', async () => {
    const { code, findings, against } = await check('2025年，全县学生数410人。', '--against', 'out')
    expect(code).toBe(1)
    expect(findings).toMatchObject([{ grade: 'wrong', kind: 'against', expected: '400人', found: '410人' }])
    expect(against).toMatchObject({ matched: 1, equal: 0 })
  })

  it('is confirmed where it gives the same value, rounded as it is printed', async () => {
    const { code, claims } = await check('2025年，全县学生数400人。西小生均图书23.3册。', '--against', 'out')
    expect(code).toBe(0)
    expect(claims.map(({ confirmed }: { confirmed: boolean }) => confirmed)).toEqual([true, true])
  })

  it('says nothing of what the run does not know, or of another year or school', async () => {
    const { findings, against } = await check(
      '2019年，全县学生数410人。南小生均图书3册。食堂12个。',
      '--against',
      'out',
    )
    expect(findings).toEqual([])
    expect(against.matched).toBe(0)
  })

  it('has nothing wrong where the run itself wrote it', async () => {
    const report = readdirSync(join(folder, 'out')).find((name) => name.endsWith('.docx')) ?? ''
    const answer = await runInProcess(folder, ['check-report', `out/${report}`, '--against', 'out', '--json'])
    const { findings, against } = JSON.parse(answer.out)
    expect(findings.filter(({ grade }: { grade: string }) => grade === 'wrong')).toEqual([])
    expect(against.equal).toBeGreaterThan(0)
  })

  it('refuses a folder that holds no run', async () => {
    writeFileSync(join(folder, '报告.txt'), '学生3人。')
    const { code, err } = await runInProcess(folder, ['check-report', '报告.txt', '--against', 'data'])
    expect(code).toBe(2)
    expect(err).toContain('assess 写出的结果文件夹')
  })
})

describe("a school's own report held against a run", () => {
  const own = '办学情况很好。\n我校生均图书25.3册，比全县学生数400人的平均水平高。'

  it.each([
    ['its title names', `西小自评报告\n${own}`, []],
    ['its signature names', `自评报告\n一\n二\n三\n${own}\n西小\n2025年9月1日`, []],
    ['the option names', own, ['--subject', '西小']],
  ])('is held against the figures of the school that %s', async (_, text, more) => {
    const { findings, against } = await check(text, '--against', 'out', ...more)
    expect(findings).toMatchObject([{ kind: 'against', expected: '23.3册', found: '25.3册' }])
    expect(against).toMatchObject({ matched: 2, equal: 1 })
  })

  it('is held against no school where nothing says whose it is', async () => {
    expect((await check(own, '--against', 'out')).against).toMatchObject({ matched: 1 })
  })

  it('refuses a name that the run does not know, and a name without a run', async () => {
    const other = await runInProcess(folder, ['check-report', '报告.txt', '--against', 'out', '--subject', '南小'])
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('没有“南小”的数') })
    const alone = await runInProcess(folder, ['check-report', '报告.txt', '--subject', '西小'])
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('--subject 要与 --against 一起用') })
  })
})

describe('a report beside an older one', () => {
  it('lists what changed, appeared and vanished, and doubts jumps', async () => {
    writeFileSync(join(folder, '去年.txt'), '全县专任教师1200人。寄宿学生800人。留守儿童300人。')
    const { changes } = await check('全县专任教师1250人。寄宿学生1800人。随迁子女200人。', '--compare', '去年.txt')
    expect(changes).toMatchObject([
      { kind: 'changed', quantity: '全县专任教师', before: '1200人', after: '1250人', jump: false },
      { kind: 'changed', quantity: '寄宿学生', jump: true },
      { kind: 'appeared', quantity: '随迁子女' },
      { kind: 'vanished', quantity: '留守儿童' },
    ])
  })
})
