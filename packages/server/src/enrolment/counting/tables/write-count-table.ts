import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import { inCell, textGrid } from '@eduduty/core/documents'
import { ledgerFigureTitles, tableFigures } from '@eduduty/core/enrolment'
import type { Ctx } from '../../../platform/ctx.ts'
import { writeWorkbook } from '../../../platform/xlsx/write-workbook.ts'
import { readCountTable } from './read-count-table.ts'

/** The table as a workbook to be handed on or published: nobody in it can be told apart. */
export async function writeCountTable(ctx: Ctx, county: string, wanted: number | undefined) {
  const { year, below, lines } = await readCountTable(ctx, county, wanted)
  const title = `${year}学年控辍保学人数表`
  const heads = ['单位', ...tableFigures.map((figure) => ledgerFigureTitles[figure])]
  const grid = textGrid([heads, ...lines.map(({ name, cells }) => [name, ...cells])])
  ctx.audit({ action: 'enrolment.download_counts', subject: title, detail: { lines: lines.length } })
  const header = `${title}　1人以上、不足${below}人的写“${inCell({ shown: 'few', below })}”，能由它们算出的写“${inCell({ shown: 'hidden', below })}”　${ctx.actor.name} ${chinaMinute(ctx.now)}`
  const widths = [22, ...tableFigures.map(() => 11)]
  const sheet = { name: '人数表', orientation: 'landscape' as const, widths, grid }
  return { name: title, content: await writeWorkbook({ file: '', title, header, sheets: [sheet] }, dayOf(ctx.now)) }
}
