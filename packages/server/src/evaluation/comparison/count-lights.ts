import type { LightCounts } from '@eduduty/core/evaluation'
import type { Queries } from '../../platform/db/database.ts'
import { getAssessment, type RunKey } from '../find-run.ts'

/** Lights of the indicators that stand in no section: those that do have their counts in the assessment. */
export async function countLights(db: Queries, key: RunKey): Promise<LightCounts> {
  const { sections, nodes, subjects } = await getAssessment(db, key)
  const listed = new Set(sections.flatMap(({ items }) => items.map(({ indicator }) => indicator)))
  const wanted = nodes.filter(({ id, kind }) => kind === 'indicator' && !listed.has(id)).map(({ id }) => id)
  const left = subjects.filter(({ included }) => !included).map(({ id }) => id)
  const rows = await db.run<LightCounts[number]>(
    `select node,
       count(*) filter (where figure ->> 'state' = 'met')::integer as met,
       count(*) filter (where figure ->> 'state' = 'unmet')::integer as unmet,
       count(*) filter (where figure ->> 'state' = 'undecided')::integer as undecided,
       count(*) filter (where figure ->> 'state' = 'not_applicable')::integer as not_applicable,
       count(*) filter (where figure ->> 'state' = 'error')::integer as error
     from evaluation_figures
     where county_code = $1 and run_id = $2 and node = any($3::text[]) and subject <> all($4::text[])
     group by node order by min(figure_no)`,
    [key.county, key.run, wanted, left],
  )
  return rows.map(({ node, met, unmet, undecided, not_applicable, error }) => ({
    node,
    met,
    unmet,
    undecided,
    not_applicable,
    error,
  }))
}
