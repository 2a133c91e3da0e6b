import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReportBlock, ReportModel } from '@eduduty/core/documents'
import { describe, expect, it } from 'vitest'
import { countyIn, loadPack, reportsOf, STATES } from './report-states.ts'

const folders = readdirSync(fileURLToPath(new URL('../../../../packs/', import.meta.url)))
const packs = (await Promise.all(folders.map(loadPack))).filter(({ reports }) => (reports ?? []).length > 0)

/** What no reader should find in a report, whatever the data. */
const BLEMISHES: readonly (readonly [string, RegExp])[] = [
  ['标点重复', /[，。；：、]{2,}|[，；、：]）|（[，；、。]/],
  ['没有填的花括号', /[{}]|\[\[|\]\]/],
  ['程序的字样', /undefined|NaN|null|\[object/],
  ['句中的“未报”“错误”', /（未报）|（错误）|（—）|（不适用）/],
  ['空的名单', /(?<![\d.,])0(?:所|个|人|处|项)：/],
  ['没有内容的引号', /“”/],
]

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const paragraphs = ({ blocks }: ReportModel): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.sentences.map(({ text }) => text).join('')] : []))

function blemishes(report: ReportModel): readonly string[] {
  const printed = [report.title, report.addressee ?? '', report.signer ?? '', report.date ?? '', ...paragraphs(report)]
  return [
    ...BLEMISHES.flatMap(([what, wrong]) =>
      printed.flatMap((text) => (wrong.test(text) ? [`${report.file} ${what}：${text.slice(0, 200)}`] : [])),
    ),
    ...paragraphs(report).flatMap((text) => (/[。】]$/.test(text) ? [] : [`${report.file} 没有句号：${text}`])),
    ...emptySections(report.blocks).map((text) => `${report.file} 空的一节：${text}`),
    ...brokenCells(report.blocks).map((text) => `${report.file} 表中有错误：${text}`),
  ]
}

/** Headings under which nothing stands, and 一、二、三 that do not follow one another. */
function emptySections(blocks: readonly ReportBlock[]): readonly string[] {
  const empty = blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    if (block.kind !== 'heading' || (next !== undefined && next.kind !== 'heading')) return []
    return next?.kind === 'heading' && next.level > block.level ? [] : [block.text]
  })
  const numbered = blocks.flatMap((block) => {
    const numeral = block.kind === 'heading' ? /^([一二三四五六七八九十]+)、/.exec(block.text)?.[1] : undefined
    return numeral === undefined ? [] : [numeral]
  })
  return [...empty, ...numbered.filter((numeral, at) => numeral !== NUMERALS[at])]
}

const brokenCells = (blocks: readonly ReportBlock[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.grid.cells.some(({ output }) => 'text' in output && output.text.includes('错误'))
      ? [block.title]
      : [],
  )

describe.each(packs.map((pack) => [pack.pack.id, pack] as const))('reports of %s', (_, pack) => {
  it.each(STATES)('read well with data that are %s', (state) => {
    const reports = reportsOf(countyIn(pack, state))
    expect(reports.length).toBeGreaterThan(0)
    expect(reports.flatMap(({ report }) => blemishes(report))).toEqual([])
    for (const { limit, report } of reports)
      if (limit !== undefined) expect(report.characters, report.file).toBeLessThanOrEqual(limit)
    expect(new Set(reports.map(({ report }) => report.file)).size).toBe(reports.length)
  })
})
