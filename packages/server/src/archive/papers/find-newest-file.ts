import type { Queries } from '../../platform/db/database.ts'
import type { PaperKey } from './paper-row.ts'

/** Where the content of a paper's newest version lies; undefined where the paper is withdrawn or out of reach. */
export async function findNewestFile(
  db: Queries,
  { county, paper }: PaperKey,
): Promise<{ readonly media: string; readonly sha256: string } | undefined> {
  const [row] = await db.run<{ media: string; sha256: string }>(
    `select v.media, v.sha256 from archive_versions v
     join archive_papers p on p.county_code = v.county_code and p.paper_id = v.paper_id and p.withdrawn_at is null
     where v.county_code = $1 and v.paper_id = $2 order by v.version_no desc limit 1`,
    [county, paper],
  )
  return row
}
