import type { NeedRow, Retention } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { groupBy } from '@eduduty/core/collection'
import type { Ctx } from '../../platform/ctx.ts'
import { type CatalogueKey, type CatalogueRow, getCatalogueRow } from '../catalogues/catalogue-row.ts'
import { linksOf } from '../needs/link-row.ts'
import { needColumns, type StoredNeed } from '../needs/need-row.ts'
import { presentNeed } from '../needs/present-need.ts'

/** A paper as dossiers need it. */
export interface DossierPaper {
  readonly paper_id: string
  readonly title: string
  readonly issuer: string
  readonly document_no: string
  readonly file_name: string
  readonly made_on: string | null
  readonly box_no: string
  readonly retention: Retention | null
  readonly keeper: string
  readonly pages: number | null
  readonly version_no: number
  readonly media: string
  readonly bytes: number
  readonly sha256: string
  readonly sm3: string
  readonly is_damaged: boolean
  /** Children's or sensitive data that nobody has masked: it stays here. */
  readonly is_unmasked: boolean
  readonly uploaded_by: string
  readonly uploaded_at: string
}

export interface DossierNeed {
  readonly row: NeedRow
  /** Papers that serve it and that the caller reaches, in their order. */
  readonly papers: readonly DossierPaper[]
}

export interface Dossier {
  /** The day on which it is made. */
  readonly today: string
  readonly catalogue: CatalogueRow
  readonly needs: readonly DossierNeed[]
}

/** All that a catalogue holds for its reader, in the order of the pack; `unit`: of one unit alone. Errors: `archive.catalogue_not_found`. */
export async function readDossier(ctx: Ctx, key: CatalogueKey, unit: string | undefined): Promise<Dossier> {
  const catalogue = await getCatalogueRow(ctx, key)
  const needs = await ctx.db.run<StoredNeed>(
    `select ${needColumns} from archive_needs n
     where n.county_code = $1 and n.catalogue_id = $2 and n.is_asked and ($3::text is null or n.unit_id = $3)
     order by n.place, n.org_path`,
    [key.county, key.catalogue, unit ?? null],
  )
  const links = groupBy(
    await linksOf(
      ctx.db,
      key.county,
      needs.map((need) => need.need_id),
    ),
    (link) => link.need_id,
  )
  const papers = await papersOf(ctx, key)
  const today = dayOf(ctx.now)
  return {
    catalogue,
    today,
    needs: needs.map((need) => {
      const row = presentNeed(need, links.get(need.need_id) ?? [], catalogue.year, today)
      return { row, papers: row.papers.flatMap(({ paper }) => papers.get(paper) ?? []) }
    }),
  }
}

async function papersOf({ db }: Ctx, { county, catalogue }: CatalogueKey): Promise<ReadonlyMap<string, DossierPaper>> {
  const rows = await db.run<DossierPaper>(
    `select p.paper_id, p.title, p.issuer, p.document_no, p.file_name, p.made_on, p.box_no, p.retention, p.keeper, p.pages, p.version_no, p.media, p.bytes, p.sha256, v.sm3,
       p.is_damaged, not p.is_redacted and p.personal in ('minors', 'sensitive') as is_unmasked, v.uploaded_by, v.uploaded_at
     from archive_papers p
     join archive_versions v on v.county_code = p.county_code and v.paper_id = p.paper_id and v.version_no = p.version_no
     where p.county_code = $1 and p.withdrawn_at is null and p.paper_id in (
       select l.paper_id from archive_links l
       join archive_needs n on n.county_code = l.county_code and n.need_id = l.need_id
       where l.county_code = $1 and n.catalogue_id = $2)`,
    [county, catalogue],
  )
  return new Map(rows.map((row) => [row.paper_id, row]))
}
