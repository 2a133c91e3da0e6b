import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import type { StoredHolding } from './holding-row.ts'

const eventColumns = `event_no, type, step, on_day, says, fields, exit, proof, amount, approved_by, state, is_private,
  unit_name, line, person_id, person_name, recorded_at, record_key, former_hash`

const paperColumns = `paper_id, event_no, kind, title, year, number_no, number, unit_id, unit_name, content, content_hash,
  person_name, made_on, made_at`

const fileColumns = 'file_id, event_no, kind, media, bytes, sha256, person_name, added_at'

/** Gives new holders of a case what `from` knows of it and is not private. The caller reaches all of them. */
export async function copyHistory({ db }: Ctx, from: StoredHolding, to: readonly StoredHolding[]): Promise<void> {
  for (const { county_code: county, case_id: id, holding_no: no, org_path: path } of to) {
    const values = [from.county_code, from.case_id, from.holding_no, county, id, no, path]
    if (county !== from.county_code) await copyDefinitions(db, from, county)
    await db.run(
      `insert into enrolment_events (county_code, case_id, holding_no, org_path, ${eventColumns})
       select $4, $5, $6, $7, ${eventColumns} from enrolment_events
       where county_code = $1 and case_id = $2 and holding_no = $3 and not is_private`,
      values,
    )
    await db.run(
      `insert into enrolment_case_papers (county_code, case_id, holding_no, org_path, ${paperColumns})
       select $4, $5, $6, $7, ${paperColumns} from enrolment_case_papers
       where county_code = $1 and case_id = $2 and holding_no = $3`,
      values,
    )
    // Pictures stay in the county in which they were taken.
    if (county === from.county_code)
      await db.run(
        `insert into enrolment_case_files (county_code, case_id, holding_no, org_path, ${fileColumns})
         select $4, $5, $6, $7, ${fileColumns} from enrolment_case_files
         where county_code = $1 and case_id = $2 and holding_no = $3`,
        values,
      )
  }
}

/** The definitions that held before: the history is read by them. */
const copyDefinitions = (db: Queries, from: StoredHolding, county: string) =>
  db.run(
    `insert into enrolment_definitions (county_code, content_hash, pack, version, casework, kept_at, content)
     select $4, d.content_hash, d.pack, d.version, d.casework, d.kept_at, d.content
     from enrolment_definitions d join enrolment_events e
       on e.county_code = d.county_code and e.former_hash = d.content_hash
     where d.county_code = $1 and e.case_id = $2 and e.holding_no = $3
     on conflict do nothing`,
    [from.county_code, from.case_id, from.holding_no, county],
  )
