import { madeId } from './marks.ts'
import type { OwnedRow, SeedRow } from './seed-rows.ts'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** Ids of what a unit has in the archive, all in its county's catalogue. */
export const archiveIds = ({ county, id }: Pick<SeedUnit, 'county' | 'id'>) => ({
  catalogue: madeId(`archive catalogue ${county}`),
  need: madeId(`archive need ${county} ${id}`),
  paper: madeId(`archive paper ${county} ${id}`),
  request: madeId(`archive request ${county} ${id}`),
})

export const archiveCatalogueColumns = [
  ...['county_code', 'catalogue_id', 'pack_id', 'pack_title', 'pack_hash', 'year', 'title', 'grown_hash', 'opened_by'],
  'opened_at',
] as const

/** The one catalogue of each county; it belongs to no unit. */
export function archiveCatalogueRows(world: SeedWorld): (string | number)[][] {
  const counties = [...new Set(world.units.map(({ county }) => county))]
  return counties.map((county) => [
    ...[
      county,
      archiveIds({ county, id: '' }).catalogue,
      'quality-balance-2017',
      '优质均衡',
      '0',
      2026,
      '佐证目录',
      '0',
    ],
    ...['督导办', '2026-01-01'],
  ])
}

/** Rows of the archive that belong to units, in an order in which they can be inserted. */
export function archiveRows(world: SeedWorld): readonly (readonly [string, readonly OwnedRow[]])[] {
  const each = (row: (ids: ReturnType<typeof archiveIds>, unit: SeedUnit) => SeedRow): OwnedRow[] =>
    world.units.map((unit) => ({ unit, row: row(archiveIds(unit), unit) }))
  const sha256 = 'ab'.repeat(32)
  const file = { version_no: 1, media: 'application/pdf', bytes: 1000, sha256, is_damaged: false }
  return [
    [
      'archive_needs',
      each(({ need, catalogue }, { id }) => ({
        need_id: need,
        catalogue_id: catalogue,
        unit_id: id,
        place: 1,
        is_asked: true,
        requested_due: null,
        requested_at: null,
        waived_reason: null,
        spared_because: null,
        accepts: [],
      })),
    ],
    [
      'archive_papers',
      each(({ paper }, { id }) => ({
        paper_id: paper,
        unit_id: id,
        kind: 'document',
        secrecy: 'internal',
        personal: 'none',
        ...file,
        made_on: null,
        valid_until: null,
        withdrawn_at: null,
        pledge_id: null,
        subject_kind: null,
        subject_id: null,
        retention: null,
        pages: null,
      })),
    ],
    [
      'archive_versions',
      each(({ paper }) => ({
        paper_id: paper,
        ...file,
        sm3: sha256,
        text_state: 'none',
        scrubbed_at: null,
        destroyed_at: null,
      })),
    ],
    [
      'archive_links',
      each(({ need, paper }) => ({
        need_id: need,
        paper_id: paper,
        version_no: 1,
        media: 'application/pdf',
        made_on: null,
        valid_until: null,
        verdict: null,
        reviewed_at: null,
        is_withdrawn: false,
        is_damaged: false,
      })),
    ],
    ['archive_texts', each(({ paper }) => ({ paper_id: paper }))],
    ['archive_events', each(({ paper }) => ({ subject: 'paper', subject_id: paper, event_no: 1, deed: 'upload' }))],
    ['archive_quotas', each((_ids, { id }) => ({ unit_id: id, quota_bytes: 1_000_000_000 }))],
    [
      'archive_requests',
      each(({ request, catalogue }, { id }) => ({
        request_id: request,
        catalogue_id: catalogue,
        unit_id: id,
        needs: 1,
        due_on: '2099-12-31',
        seen_at: null,
      })),
    ],
  ]
}
