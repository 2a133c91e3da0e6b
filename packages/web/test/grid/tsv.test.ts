import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTsv, writeTsv } from '../../src/platform/grid/tsv.ts'

describe('a block on the clipboard', () => {
  test('as Excel and WPS write it: tabs, line breaks, one break at the end that is no line', () => {
    expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(parseTsv('a')).toEqual([['a']])
    expect(parseTsv('')).toEqual([])
    expect(parseTsv('1\t\n\t2')).toEqual([
      ['1', ''],
      ['', '2'],
    ])
  })

  test('fields in quotes keep their tabs, line breaks and quotes', () => {
    expect(parseTsv('"东岭镇\n（虚构）"\t"说""好""了"\t"a\tb"\r\n2\t3\t4')).toEqual([
      ['东岭镇\n（虚构）', '说"好"了', 'a\tb'],
      ['2', '3', '4'],
    ])
  })

  test('a quote that somebody typed is a quote', () => {
    expect(parseTsv('"未完\t5寸"屏\t"三"班')).toEqual([['"未完', '5寸"屏', '"三"班']])
  })

  test('an empty last line of several counts, the closing break does not', () => {
    expect(parseTsv('1\n\n')).toEqual([['1'], ['']])
    expect(parseTsv('\t\n')).toEqual([['', '']])
  })

  test('what is written is read back the same', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '中', '"', '\t', '\n', ' ', '１') })
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
    fc.assert(
      fc.property(block, (lines) => {
        // A last line of one empty field is the closing break to every reader; spreadsheets have the same gap.
        fc.pre(lines.at(-1)?.join('') !== '' || (lines[0]?.length ?? 0) > 1)
        expect(parseTsv(writeTsv(lines))).toEqual(lines)
      }),
      { numRuns: 500 },
    )
  })
})
