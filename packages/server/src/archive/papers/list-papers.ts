import { excerptAround, type PaperList, type PaperSearch, searchable } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import type { Ctx } from '../../platform/ctx.ts'
import { type Conditions, literalLike, startConditions } from '../../platform/db/conditions.ts'
import { assertKnownCounty } from '../acting.ts'
import { quotaOf } from '../uploads/quota.ts'
import { paperColumns, presentPaper, type StoredPaper } from './paper-row.ts'

const PAGE = 50

type FoundPaper = StoredPaper & { readonly content: string | null; readonly total: number }

/** Papers of a county that the caller reaches, the newest first; words are looked for in titles, numbers and texts. */
export async function listPapers(ctx: Ctx, county: string, search: PaperSearch): Promise<PaperList> {
  assertKnownCounty(ctx, county)
  const wanted = searchable(search.text ?? '')
  const { total, papers } = await findPapers(ctx, search, conditionsOf(ctx, county, search, wanted), wanted)
  return {
    total,
    papers: papers.map((row) => presentPaper(row, excerptAround(row.content ?? '', wanted))),
    units: await unitsIn(ctx, county),
    used_bytes: await usedBytes(ctx, county),
    quota_bytes: await quotaOf(ctx.db, county, ctx.scopes[0] ?? ''),
  }
}

/** One scan for how many there are and for the page: texts are long. */
async function findPapers({ db }: Ctx, search: PaperSearch, conditions: Conditions, wanted: string) {
  const texts = 'left join archive_texts t on t.county_code = p.county_code and t.paper_id = p.paper_id'
  const { offset = 0, limit = PAGE } = search
  const hits = `hits as materialized (
    select p.county_code, p.paper_id, p.uploaded_at from archive_papers p ${wanted === '' ? '' : texts} ${conditions.text()})`
  const [count] =
    offset === 0
      ? []
      : await db.run<{ total: number }>(`with ${hits} select count(*) as total from hits`, conditions.parameters)
  const around = `substr(t.content, greatest(strpos(t.content, ${conditions.parameter(wanted)}::text) - 60, 1), 400)`
  const papers = await db.run<FoundPaper>(
    `with ${hits}, page as (
       select * from hits order by uploaded_at desc, paper_id
       limit ${conditions.parameter(limit)} offset ${conditions.parameter(offset)})
     select ${paperColumns}, case when ${conditions.parameter(wanted)}::text <> '' then ${around} end as content,
       (select count(*) from hits) as total
     from page join archive_papers p on p.county_code = page.county_code and p.paper_id = page.paper_id ${texts}
     order by p.uploaded_at desc, p.paper_id`,
    conditions.parameters,
  )
  return { total: count?.total ?? papers[0]?.total ?? 0, papers }
}

function conditionsOf(ctx: Ctx, county: string, search: PaperSearch, wanted: string): Conditions {
  const conditions = startConditions()
  conditions.add('p.county_code = ?', county)
  conditions.add(`(p.withdrawn_at is not null) = ?`, search.withdrawn === true)
  if (search.kind !== undefined) conditions.add('p.kind = ?', search.kind)
  if (search.unit !== undefined) conditions.add('p.unit_id = ?', search.unit)
  if (search.expired === true) conditions.add('p.valid_until < ?::date', dayOf(ctx.now))
  if (search.lacking === true) conditions.add('(p.lacks <> ?)', '')
  if (search.damaged === true) conditions.add('p.is_damaged = ?', true)
  if (search.unused === true)
    conditions.add(
      '(not exists (select from archive_links l where l.county_code = p.county_code and l.paper_id = p.paper_id)) = ?',
      true,
    )
  if (wanted !== '') {
    const like = conditions.parameter(`%${literalLike((search.text ?? '').trim())}%`)
    conditions.add(
      `(p.title like ${like} or p.document_no like ${like} or p.issuer like ${like} or strpos(t.content, ?) > 0)`,
      wanted,
    )
  }
  return conditions
}

function unitsIn({ db }: Ctx, county: string): Promise<PaperList['units']> {
  return db.run(
    `select unit_id as unit, max(unit_name) as name, count(*) as papers from archive_papers
     where county_code = $1 and withdrawn_at is null group by unit_id order by papers desc, unit`,
    [county],
  )
}

async function usedBytes({ db }: Ctx, county: string): Promise<number> {
  const [row] = await db.run<{ bytes: number }>(
    'select coalesce(sum(bytes), 0)::bigint as bytes from archive_versions where county_code = $1',
    [county],
  )
  return row?.bytes ?? 0
}
