import type { CaseRow, CaseStepView } from '@eduduty/core/enrolment'
import { checkDigitOf } from '@eduduty/core/identity'
import { describe, expect, it } from 'vitest'
import { askedOf, casesSearch } from '../../src/enrolment/cases/case-search.ts'
import {
  bodyOfChild,
  faultOfBirth,
  isNumberOrBlank,
  isPhoneOrBlank,
  toldByNumber,
} from '../../src/enrolment/cases/child-draft.ts'
import { daysLeft } from '../../src/enrolment/cases/days-left.ts'
import { isFromElsewhere } from '../../src/enrolment/cases/from-elsewhere.ts'
import { caseMessages } from '../../src/enrolment/cases/messages.ts'
import { asksForWords, bodyOfStep, isRecordOnly, needsProof } from '../../src/enrolment/cases/step-body.ts'
import { groupVisits } from '../../src/enrolment/phone/group-visits.ts'
import { visitMessages } from '../../src/enrolment/phone/messages.ts'
import { usualWordOf, withUsualWord } from '../../src/enrolment/phone/usual-words.ts'

const today = '2026-11-27'
/** The area code does not exist. */
const number = (first: string): string => first + checkDigitOf(first)
const girl = number('99010120140305002')

const step = (part: Partial<CaseStepView>): CaseStepView => ({
  step: 'visit',
  title: '走访',
  line: '学校',
  to_title: '',
  asks: [],
  proof: '',
  exits: [],
  proof_file: false,
  paper: '',
  ...part,
})

const row = (part: Partial<CaseRow>): CaseRow => ({
  case: 'c',
  county: '990101',
  name: '王*',
  sex: '女',
  groups: [],
  township: '石桥镇',
  school: '',
  grade: '',
  village: '',
  state: 's',
  state_title: '学校劝返',
  state_since: today,
  owner: '学校',
  owner_name: '石桥中学',
  is_undecided: false,
  is_overdue: false,
  visits: 0,
  persuasions: 0,
  opened_on: today,
  is_relapse: false,
  schooling: 'left',
  has_phone: false,
  may_contact: false,
  ...part,
})

describe('a child that is reported', () => {
  it('is sent as far as it is known', () => {
    const body = bodyOfChild({ name: ' 王小雨 ', id_number: '', village: '  ', township: 'T01', grounds: '三天没来' })
    expect(body).toEqual({ name: '王小雨', township: 'T01', grounds: '三天没来', groups: [] })
  })

  it('its number tells birth and sex; a wrong digit, or one too few, is no number', () => {
    expect(toldByNumber(girl)).toMatchObject({ birthDate: '2014-03-05', sex: 'female' })
    expect(isNumberOrBlank(girl)).toBe(true)
    expect(isNumberOrBlank(' ')).toBe(true)
    expect(isNumberOrBlank(girl.slice(0, 17))).toBe(false)
    expect(isNumberOrBlank(`${girl.slice(0, 9)}5${girl.slice(10)}`)).toBe(false)
    expect([isPhoneOrBlank(''), isPhoneOrBlank('13900000000'), isPhoneOrBlank('1390000')]).toEqual([true, true, false])
  })

  it('its birth date is one of a child of school age, and that of its number', () => {
    expect(faultOfBirth('2026-11-28', today, undefined)).toBe('future')
    expect(faultOfBirth('2024-01-01', today, undefined)).toBe('age')
    expect(faultOfBirth('1999-01-01', today, '')).toBe('age')
    expect(faultOfBirth('2014-03-06', today, girl)).toBe('differs')
    expect(faultOfBirth('2014-03-05', today, girl)).toBeUndefined()
  })
})

describe('a step', () => {
  it('is sent with what it asks and nothing else', () => {
    const asked = step({ asks: [{ id: 'found', title: '走访情况', type: '文字', required: true }] })
    const draft = {
      on: today,
      says: ' 家里没人 ',
      fields: { found: ' 门锁着 ', old: '别处的' },
      exit: 'abroad',
      proof: 'x',
    }
    expect(bodyOfStep(asked, draft)).toEqual({
      step: 'visit',
      on: today,
      says: '家里没人',
      fields: [{ field: 'found', text: '门锁着' }],
    })
    const exit = step({
      step: 'propose_exit',
      exits: [{ exit: 'abroad', title: '出国出境', proof: '证明', proof_file: false }],
    })
    expect(bodyOfStep(exit, { exit: 'abroad', proof: '出境〔2026〕1号' })).toMatchObject({ exit: 'abroad' })
    expect(bodyOfStep(step({ time: '延长' }), { amount: 5 })).toMatchObject({ amount: 5 })
  })

  it('is for the door when nothing has to be shown and nothing moves', () => {
    expect(isRecordOnly(step({ paper: '劝返记录' }))).toBe(true)
    expect(isRecordOnly(step({ to_title: '复学稳定期' }))).toBe(false)
    expect(isRecordOnly(step({ time: '中止' }))).toBe(false)
    expect(isRecordOnly(step({ proof: '复学证明' }))).toBe(false)
    expect(needsProof(step({}))).toBe(false)
  })
})

describe('how long there is', () => {
  it('is told in words, red when past, amber when near', () => {
    expect(daysLeft(row({ due_on: '2026-11-20', is_overdue: true }), today)).toEqual({
      word: '逾期 7 天',
      tone: 'wrong',
    })
    expect(daysLeft(row({ due_on: today }), today)).toEqual({ word: '今天到期', tone: 'short' })
    expect(daysLeft(row({ due_on: '2026-11-30' }), today)).toEqual({ word: '还有 3 天', tone: 'short' })
    expect(daysLeft(row({ due_on: '2026-12-30' }), today).tone).toBe('muted')
    expect(daysLeft(row({ is_undecided: true }), today)).toEqual({ word: '期限未定', tone: 'short' })
  })

  it('puts the own turn first, the most urgent in front', () => {
    const rows = [
      row({ case: 'later', due_on: '2026-12-20' }),
      row({ case: 'none' }),
      row({ case: 'late', due_on: '2026-11-20', is_overdue: true }),
      row({ case: 'soon', due_on: '2026-11-30' }),
      row({ case: 'other', owner_name: '石桥镇', due_on: '2026-11-01', is_overdue: true }),
    ]
    const groups = groupVisits(rows, '石桥中学', today)
    const names = Object.fromEntries(
      Object.entries(groups).map(([name, all]) => [name, all.map((one: CaseRow) => one.case)]),
    )
    expect(names).toEqual({ late: ['late'], soon: ['soon'], later: ['later', 'none'], others: ['other'] })
  })
})

describe('the address of the list', () => {
  it('asks for what is open unless something else is chosen, and never holds a number', () => {
    expect(askedOf({})).toEqual({ is_open: 'true' })
    expect(askedOf({ view: 'overdue' })).toEqual({ is_open: 'true', is_overdue: 'true' })
    expect(askedOf({ view: 'closed' })).toEqual({ is_open: 'false' })
    expect(askedOf({ view: 'relapsed', overdue: 'true' })).toEqual({ is_relapse: 'true', is_overdue: 'true' })
    const found = casesSearch({ id_number: girl, view: 'no such', owner: '县', text: '王' })
    expect(found).toMatchObject({ view: undefined, owner: '县' })
    expect(JSON.stringify(found)).not.toContain('王')
    expect(Object.values(found)).not.toContain(girl)
  })
})

describe('the example of a class', () => {
  it('is of the stage of the school that is chosen', () => {
    const { gradeHint } = caseMessages.report
    const hints = ['石桥镇中心小学', '石桥镇初级中学', '澄湖县第一高级中学', ''].map(gradeHint)
    expect(hints).toEqual(['如 三年级（2）班', '如 七年级（2）班', '如 高一（2）班', '如 七年级（2）班'])
  })
})

describe('a usual sentence of a visit', () => {
  const usual = visitMessages.careForm.usualWords
  const [well, needy, absent] = usual

  it('is chosen as long as the text begins with it', () => {
    for (const word of usual) expect(usualWordOf(`${word}，家里已说明`, usual)).toBe(word)
    expect(usualWordOf('父亲生病', usual)).toBeUndefined()
    expect(usualWordOf('', usual)).toBeUndefined()
  })

  it('takes the place of another one, and keeps what was written', () => {
    expect(withUsualWord('', well, usual)).toBe(well)
    expect(withUsualWord('父亲生病', needy, usual)).toBe(`${needy}。父亲生病`)
    expect(withUsualWord(`${needy}。父亲生病`, absent, usual)).toBe(`${absent}。父亲生病`)
  })
})

describe('what happened', () => {
  it('is asked once: by the step’s own field of words, or else by the general one', () => {
    const words = { id: 'course', title: '劝返经过', type: '文字', required: true } as const
    expect(asksForWords(step({ asks: [words] }))).toBe(true)
    expect(asksForWords(step({ asks: [{ ...words, required: false }] }))).toBe(false)
    expect(asksForWords(step({ asks: [{ ...words, type: '日期' }] }))).toBe(false)
    expect(asksForWords(step({}))).toBe(false)
  })
})

describe('taking over a child', () => {
  it('asks where the child belongs when it comes from another county, whichever side the handover is read by', () => {
    expect(isFromElsewhere({ from_county: '990101', to_county: '990102' })).toBe(true)
    expect(isFromElsewhere({ from_county: '990101', to_county: '990101' })).toBe(false)
  })
})
