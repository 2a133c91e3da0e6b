import { ArchiveDeed, type ArchiveEvent, type NeedView } from '@eduduty/core/archive'
import { dayOf } from '@eduduty/core/calendar'
import { Value } from 'typebox/value'
import type { Queries } from '../../platform/db/database.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, mayFor, reviewsFor } from '../acting.ts'
import { type CatalogueRow, getCatalogueRow } from '../catalogues/catalogue-row.ts'
import { linksOf, type StoredLink } from './link-row.ts'
import { getNeed, type NeedKey, type StoredNeed } from './need-row.ts'
import { isOwn } from './paper-to-review.ts'
import { presentNeed } from './present-need.ts'

/** One need with its papers, its history, and what the caller may do. Errors: `archive.need_not_found`. */
export async function readNeed(acting: Acting, key: NeedKey): Promise<NeedView> {
  const { ctx } = acting
  const need = await getNeed(ctx, key)
  const catalogue = await getCatalogueRow(ctx, { county: key.county, catalogue: need.catalogue_id })
  const links = await linksOf(ctx.db, key.county, [key.need])
  return {
    row: presentNeed(need, links, catalogue.year, dayOf(ctx.now)),
    events: await eventsOf(ctx.db, key.county, 'need', key.need),
    deeds: deedsOn(acting, need, catalogue, links),
  }
}

function deedsOn(
  acting: Acting,
  need: StoredNeed,
  catalogue: CatalogueRow,
  links: readonly StoredLink[],
): NeedView['deeds'] {
  const closed = catalogue.is_open ? undefined : new AppError('archive.catalogue_closed', { title: catalogue.title })
  const offered = (deed: ArchiveDeed, own?: AppError): NeedView['deeds'] => {
    const refused = (closed ?? own)?.message
    return [{ deed, ...(refused !== undefined && { refused }) }]
  }
  const provides = mayFor(acting, 'archive.provide', need.org_path)
  const plans = mayFor(acting, 'archive.plan', need.org_path)
  return [
    ...(provides ? [...offered('upload'), ...offered('link')] : []),
    ...(provides && links.length > 0 ? offered('unlink') : []),
    ...(mayFor(acting, 'archive.review', need.org_path) ? offered('review', whyNoReview(acting, need, links)) : []),
    ...(plans && need.spared_because === null ? offered('request') : []),
    ...(plans && need.waived_reason !== null ? offered('unwaive') : []),
    ...(plans && need.waived_reason === null && need.spared_because === null ? offered('waive') : []),
  ]
}

function whyNoReview(acting: Acting, need: StoredNeed, links: readonly StoredLink[]): AppError | undefined {
  if (!reviewsFor(acting, need.org_path)) return new AppError('archive.own_unit', { unit: need.unit_name })
  const kept = links.filter(({ is_withdrawn: withdrawn }) => !withdrawn)
  const [own] = kept.filter((link) => isOwn(acting, link))
  return own !== undefined && kept.every((link) => isOwn(acting, link))
    ? new AppError('archive.own_upload', { title: own.title })
    : undefined
}

interface EventRow extends Omit<ArchiveEvent, 'deed'> {
  readonly deed: string
}

/** The history of a paper or a need, the latest first. */
export async function eventsOf(
  db: Queries,
  county: string,
  subject: 'paper' | 'need',
  id: string,
): Promise<ArchiveEvent[]> {
  const rows = await db.run<EventRow>(
    `select event_no as no, deed, says, person_name as by, happened_at as at from archive_events
     where county_code = $1 and subject = $2 and subject_id = $3 order by event_no desc`,
    [county, subject, id],
  )
  // What a later program notes is not told by this one.
  return rows.flatMap(({ deed, ...row }) => (Value.Check(ArchiveDeed, deed) ? [{ ...row, deed }] : []))
}
