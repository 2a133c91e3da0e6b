import { describe, expect, it } from 'vitest'
import {
  answerStateOf,
  countRecords,
  layOutPledge,
  type MechanismRecord,
  outcomeOf,
  pledgeContent,
  pledgeStateOf,
  tellCount,
} from '../../src/duties/index.ts'

const record = (id: string, more: Partial<MechanismRecord> = {}): MechanismRecord => ({
  of: '会议',
  id,
  kind: '专题会',
  on: '2026-03-05',
  title: id,
  done: true,
  ...more,
})

describe('records', () => {
  const all = [
    record('later', { on: '2026-09-01' }),
    record('first'),
    record('party', { kind: '党委会' }),
    record('joint', { kind: '联席会议' }),
    record('last year', { on: '2025-12-31' }),
    record('decision', { of: '决定' }),
    record('undone', { of: '决定', done: false }),
  ]
  const counted = (rule: Parameters<typeof countRecords>[0], year = 2026) =>
    countRecords(rule, all, year).map(({ id }) => id)

  it('are counted by what they are, their kind and the calendar year, the earliest first', () => {
    expect(counted({ of: '会议', kinds: ['专题会', '党委会'] })).toEqual(['first', 'party', 'later'])
    expect(counted({ of: '会议' }, 2025)).toEqual(['last year'])
    expect(counted({ of: '责任书' })).toEqual([])
  })

  it('count only what is carried out where that is asked', () => {
    expect(counted({ of: '决定' })).toEqual(['decision', 'undone'])
    expect(counted({ of: '决定', only: '已落实' })).toEqual(['decision'])
  })

  it('say in words what is counted', () => {
    expect(tellCount({ of: '会议', kinds: ['党委会', '专题会'] })).toBe('会议（党委会、专题会）')
    expect(tellCount({ of: '决定', only: '已落实' })).toBe('决定，已落实')
  })
})

describe('a decision', () => {
  const today = '2026-06-01'
  const facts = (more: Partial<Parameters<typeof outcomeOf>[0]> = {}) => ({
    dueOn: '2026-12-31',
    settledOn: undefined,
    tasks: [],
    ...more,
  })

  it('is open until somebody has it as a task or it is written down as done', () => {
    expect(outcomeOf(facts(), today)).toBe('open')
    expect(outcomeOf(facts({ dueOn: '2026-05-31' }), today)).toBe('late')
    expect(outcomeOf(facts({ settledOn: '2026-05-01' }), today)).toBe('done')
  })

  it('is known by its tasks, whatever was written down', () => {
    const [done, underway] = [
      { state: 'done', light: 'green' } as const,
      { state: 'underway', light: 'green' } as const,
    ]
    expect(outcomeOf(facts({ tasks: [done, done] }), today)).toBe('done')
    expect(outcomeOf(facts({ tasks: [done, underway], settledOn: today }), today)).toBe('underway')
    expect(outcomeOf(facts({ tasks: [done, { ...underway, light: 'red' }] }), today)).toBe('late')
    expect(outcomeOf(facts({ tasks: [{ state: 'cancelled', light: 'none' }], settledOn: today }), today)).toBe('done')
  })
})

it('a proposal is late on the day after its limit, and stays answered late', () => {
  const state = (answeredOn: string | undefined, today: string) =>
    answerStateOf({ dueOn: '2026-04-30', answeredOn }, today)
  expect(state(undefined, '2026-04-30')).toBe('waiting')
  expect(state(undefined, '2026-05-01')).toBe('late')
  expect(state('2026-04-30', '2026-09-01')).toBe('answered')
  expect(state('2026-05-01', '2026-09-01')).toBe('answered_late')
  expect(answerStateOf({ dueOn: undefined, answeredOn: undefined }, '2026-09-01')).toBe('waiting')
})

describe('a pledge', () => {
  const words = { title: '{年度}年责任书', preamble: '{签发方}与{责任方}签订，{责任方}负责。', closing: '一式两份。' }
  const task = {
    no: '1.1',
    title: '组织入学',
    wording: '不漏一人',
    measure: '入学率',
    due_on: '2026-12-31',
    basis: '义务教育法',
  }
  const content = pledgeContent(words, { issuer: '示范县人民政府', party: '青山乡', year: 2026 }, [task])

  it('holds while it says what a new one would say, signed or not', () => {
    expect(pledgeStateOf({ kept: undefined, now: 'a' })).toBe('none')
    expect(pledgeStateOf({ kept: { state: 'made', hash: 'a' }, now: 'a' })).toBe('made')
    expect(pledgeStateOf({ kept: { state: 'signed', hash: 'a' }, now: 'a' })).toBe('signed')
    expect(pledgeStateOf({ kept: { state: 'signed', hash: 'a' }, now: 'b' })).toBe('stale')
  })

  it('names both parties and the year in its words', () => {
    expect(content.title).toBe('2026年责任书')
    expect(content.preamble).toBe('示范县人民政府与青山乡签订，青山乡负责。')
  })

  it('is laid out with its tasks, and room for both signatures and dates', () => {
    const model = layOutPledge(content, '教责〔2026〕001号', '责任书.docx')
    const tables = model.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
    const texts = tables.map(({ grid }) =>
      grid.cells.map(({ output }) => (output.kind === 'empty' ? '' : output.text.trim())),
    )
    expect(model.number).toBe('教责〔2026〕001号')
    expect(texts[0]?.slice(6)).toEqual(['1', '组织入学', '不漏一人', '入学率', '2026年12月31日', '义务教育法'])
    expect(texts[1]).toContain('签发方：示范县人民政府')
    expect(texts[1]?.filter((text) => text.includes('年') && text.includes('日'))).toHaveLength(2)
  })
})
