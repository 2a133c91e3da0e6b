import { type ArchiveDeed, guessParticulars, type PaperVersion, type PaperView } from '@eduduty/core/archive'
import { AppError } from '../../platform/errors/app-error.ts'
import { type Acting, mayFor } from '../acting.ts'
import { verdictOf } from '../needs/link-row.ts'
import { eventsOf } from '../needs/read-need.ts'
import { getPaper, type PaperKey, particularsOf, presentPaper, type StoredPaper } from './paper-row.ts'
import { namedSubject } from './paper-subject.ts'

/** A paper with its versions, what it serves, its history and what the caller may do. Errors: `archive.paper_not_found`. */
export async function readPaper(acting: Acting, key: PaperKey): Promise<PaperView> {
  const row = await getPaper(acting.ctx, key)
  return {
    row: presentPaper(row),
    particulars: particularsOf(row),
    guessed: guessParticulars(row.file_name, await wordsOf(acting, key)),
    versions: await versionsOf(acting, key),
    needs: await needsOf(acting, key),
    ...(row.pledge_id !== null && { pledge: row.pledge_title }),
    ...(row.subject !== null && namedSubject(row.subject)),
    events: await eventsOf(acting.ctx.db, key.county, 'paper', key.paper),
    deeds: deedsOn(acting, row),
  }
}

/** The first words of its text; empty while it is not read, or where it has none. */
async function wordsOf({ ctx }: Acting, { county, paper }: PaperKey): Promise<string> {
  const [row] = await ctx.db.run<{ words: string }>(
    'select left(content, 4000) as words from archive_texts where county_code = $1 and paper_id = $2',
    [county, paper],
  )
  return row?.words ?? ''
}

interface VersionRow extends Omit<PaperVersion, 'version' | 'is_searchable' | 'checked_at'> {
  readonly scrubbed_at: string | null
  readonly version_no: number
  readonly text_state: string
}

async function versionsOf({ ctx }: Acting, { county, paper }: PaperKey): Promise<PaperVersion[]> {
  const rows = await ctx.db.run<VersionRow>(
    `select version_no, file_name, media, bytes, sha256, sm3, uploaded_by, uploaded_at, is_damaged, text_state, scrubbed_at
     from archive_versions where county_code = $1 and paper_id = $2 order by version_no desc`,
    [county, paper],
  )
  return rows.map(({ version_no: version, text_state: state, scrubbed_at: checked, ...row }) => ({
    version,
    ...row,
    ...(checked !== null && { checked_at: checked }),
    is_searchable: state === 'read',
  }))
}

type ServedNeed = PaperView['needs'][number]

async function needsOf({ ctx }: Acting, { county, paper }: PaperKey): Promise<ServedNeed[]> {
  const rows = await ctx.db.run<Omit<ServedNeed, 'verdict'> & { readonly verdict: string | null }>(
    `select n.need_id as need, n.catalogue_id as catalogue, c.title as catalogue_title, n.indicator_no,
       n.indicator_title, n.title, n.unit_name, l.verdict, l.reason
     from archive_links l
     join archive_needs n on n.county_code = l.county_code and n.need_id = l.need_id
     join archive_catalogues c on c.county_code = n.county_code and c.catalogue_id = n.catalogue_id
     where l.county_code = $1 and l.paper_id = $2 order by c.year desc, n.place, n.org_path`,
    [county, paper],
  )
  return rows.map((row) => {
    const { verdict: _, ...rest } = row
    const verdict = verdictOf(row)
    return { ...rest, ...(verdict !== undefined && { verdict }) }
  })
}

function deedsOn(acting: Acting, row: StoredPaper): PaperView['deeds'] {
  if (!mayFor(acting, 'archive.provide', row.org_path) || row.subject !== null) return []
  const withdrawn =
    row.withdrawn_at === null ? undefined : new AppError('archive.paper_withdrawn', { title: row.title })
  const deeds: readonly ArchiveDeed[] = ['describe', 'replace', 'link', 'unlink', 'withdraw']
  return deeds.map((deed) => ({ deed, ...(withdrawn !== undefined && { refused: withdrawn.message }) }))
}
