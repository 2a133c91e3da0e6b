import { type FigureSource, subjectsOf } from '@eduduty/core/documents'
import type { Outline } from '@eduduty/core/packs'
import type { ReportOffers } from '@eduduty/core/reports'
import type { RunKey } from '../../evaluation/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { outlinesOf } from './outline-of-pack.ts'

/** Reports that an evaluation can give, for whom, and which are there already. */
export async function offerReports(ctx: Pick<Ctx, 'db'>, key: RunKey, source: FigureSource): Promise<ReportOffers> {
  const { pack, county, year } = source
  const present = await ctx.db.kysely
    .selectFrom('reports_drafts')
    .select(['report_id', 'outline', 'grain', 'subject'])
    .where('county_code', '=', key.county)
    .where('pack_id', '=', pack.pack.id)
    .where('year', '=', year)
    .execute()
  const slot = (outline: string, grain: string, subject: string): string => JSON.stringify([outline, grain, subject])
  const reports = new Map(present.map((row) => [slot(row.outline, row.grain, row.subject), row.report_id]))
  return {
    run: key.run,
    county: key.county,
    county_name: county.name,
    pack_title: pack.pack.title,
    year,
    outlines: outlinesOf(pack).map((outline) => ({
      outline: outline.id,
      title: nameOfOutline(outline.title, source),
      kind: outline.kind ?? 'self_evaluation',
      ...(outline.max_characters !== undefined && { max_characters: outline.max_characters }),
      ...(outline.each !== undefined && { each: titleOfGrain(source, outline.each) }),
      subjects: withAttributes(source, outline).map(({ grain, subject, name, attributes }) => {
        const report = reports.get(slot(outline.id, grain, subject))
        return { subject, name, ...(report !== undefined && { report }), attributes }
      }),
    })),
  }
}

/** An attribute with so many values at most tells kinds apart; with more it names each one. */
const KINDS = 30

/** Everybody whom an outline is written about, with what tells them apart in kinds. */
function withAttributes(source: FigureSource, outline: Outline) {
  const about = subjectsOf(source, outline)
  const known = new Map(
    source
      .assessment()
      .subjects.filter(({ grain }) => grain === outline.each)
      .map(({ id, attributes }) => [id, attributes]),
  )
  const all = about.map(({ subject }) => known.get(subject) ?? {})
  const kinds = [...new Set(all.flatMap((attributes) => Object.keys(attributes)))].filter((title) => {
    const values = new Set(all.map((attributes) => attributes[title]))
    return values.size > 1 && values.size <= Math.min(KINDS, about.length - 1)
  })
  return about.map((one) => {
    const own = known.get(one.subject) ?? {}
    const told = kinds.flatMap((title) => (own[title] === undefined ? [] : [[title, own[title]] as const]))
    return { ...one, attributes: Object.fromEntries(told) }
  })
}

const titleOfGrain = ({ pack }: FigureSource, id: string): string =>
  (pack.grains ?? []).find((grain) => grain.id === id)?.title ?? id

/** Title of an outline without its places: those of one subject are not those of all. */
export function nameOfOutline(title: string, source: FigureSource): string {
  return title
    .replaceAll('{县名}', source.county.name)
    .replaceAll('{年度}', String(source.year))
    .replace(/\{[^}]*\}/g, '')
    .replaceAll('\n', '')
}
