import type { Particulars } from './contracts.ts'
import { titleOfFile } from './shown-name.ts'

/** What may be said of a paper before somebody has looked at it; what is not known is left out. */
export type GuessedParticulars = Partial<Pick<Particulars, 'kind' | 'document_no' | 'issuer' | 'made_on' | 'personal'>>

/** Letters of the text that are looked through: its first pages. */
const FIRST = 4000

const issuing =
  /^[^关于]{0,24}?(?:局|委员会|委|办公室|政府|中心|学校|小学|中学|幼儿园|督导室|督导办)(?=关于|文件|\d|$)/u
const numberForm = /([\p{Script=Han}]{1,40})[〔[(（【](20\d{2})[〕\])）】](\d{1,4})号/u
const chineseDay = /(20\d{2})年(\d{1,2})月(\d{1,2})日/gu
const plainDay = /(?<!\d)(20\d{2})[-./]?(0[1-9]|1[0-2])[-./]?(0[1-9]|[12]\d|3[01])(?!\d)/u

/**
 * Number, day, issuer, kind and personal data as the name of a file and its words suggest them; nothing is decided by it.
 * `words`: the text as it is searched, without spaces.
 */
export function guessParticulars(fileName: string, words: string): GuessedParticulars {
  const name = titleOfFile(fileName).normalize('NFC').replace(/\s+/g, '')
  const text = words.slice(0, FIRST)
  const documentNo = numberIn(name) ?? numberIn(text)
  const madeOn = dayIn(name) ?? lastDayIn(text)
  const issuer = issuing.exec(name)?.[0] ?? issuing.exec(text)?.[0]
  const kind = documentNo === undefined ? kindOf(name) : 'document'
  return {
    ...(documentNo !== undefined && { document_no: documentNo }),
    ...(madeOn !== undefined && { made_on: madeOn }),
    ...(issuer !== undefined && { issuer }),
    ...(kind !== undefined && { kind }),
    personal: personalIn(`${name}${text}`),
  }
}

/** What stands before the mark of an office where nothing sets it apart, as on the head of a document. */
const before = /^.*(?:文件|通知|公告|报告|意见|印发|根据|按照)/u
/** Characters of the mark of an office. */
const LONGEST_MARK = 8

/** As offices write it: 演教〔2025〕12号. */
function numberIn(text: string): string | undefined {
  const [, words = '', year, no] = numberForm.exec(text) ?? []
  const mark = words.replace(before, '')
  if (mark === '' || mark.length > LONGEST_MARK) return undefined
  return `${mark}〔${year}〕${Number(no)}号`
}

function dayIn(name: string): string | undefined {
  const [, year, month, day] = plainDay.exec(name) ?? []
  return year === undefined ? lastDayIn(name) : `${year}-${month}-${day}`
}

/** The day below a document stands last. */
function lastDayIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = [...text.matchAll(chineseDay)].at(-1) ?? []
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31)
    return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const kinds: readonly (readonly [RegExp, Particulars['kind']])[] = [
  [/纪要|会议记录/u, 'minutes'],
  [/名册|名单/u, 'roster'],
  [/台账/u, 'ledger'],
  [/责任书/u, 'pledge'],
  [/方案|计划|规划/u, 'plan'],
  [/票据|发票|凭证|回单/u, 'proof'],
  [/通知|意见|办法|报告|批复|决定|函$/u, 'document'],
]

const kindOf = (name: string): Particulars['kind'] | undefined => kinds.find(([words]) => words.test(name))?.[1]

const persons: readonly (readonly [RegExp, Particulars['personal']])[] = [
  [/学生名[单册]|学籍|花名册|监护人|儿童名[单册]/u, 'minors'],
  [/身份证号|银行卡|银行账号|病历|体检/u, 'sensitive'],
  [/教师名[单册]|签到|联系电话|手机号/u, 'personal'],
]

const personalIn = (text: string): Particulars['personal'] => persons.find(([words]) => words.test(text))?.[1] ?? 'none'
