import { isDateFormat } from 'hucre'
import { attribute } from '../marking/xml-text.ts'

/** What the format of a cell says of its number. */
export interface CellFormats {
  isDate(style: number): boolean
  isPercent(style: number): boolean
}

const DATE_IDS = /^(?:1[4-9]|2[0-27-9]|3[0-6]|4[5-7]|5[0-8])$/

/** Reads which cell formats of a styles part show dates or percentages. */
export function readCellFormats(xml: string): CellFormats {
  const own = new Map<string, string>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g))
    own.set(attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? '')
  const formats = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? ''
  const ids = [...formats.matchAll(/<(?:\w+:)?xf[\s/>][^>]*>/g)].map(([tag]) => attribute(tag, 'numFmtId') ?? '0')
  const dates = ids.map((id) => {
    const format = own.get(id)
    return format === undefined || format === '' ? DATE_IDS.test(id) : isDateFormat(format)
  })
  const percents = ids.map((id) => (own.get(id) ?? (id === '9' || id === '10' ? '%' : '')).includes('%'))
  return { isDate: (style) => dates[style] === true, isPercent: (style) => percents[style] === true }
}
