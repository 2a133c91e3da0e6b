import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { assessmentQuery, runsQuery } from '../../platform/run/queries.ts'
import { Light } from '../../platform/theme/light.tsx'
import { evaluationMessages } from '../messages.ts'
import { GradeTag } from '../ratings/grade-tag.tsx'
import { newestRuns } from './newest-runs.ts'

const says = evaluationMessages.summary

/** What the newest evaluation of each county and standard concludes, with the way to its reasons. */
export function VerdictSummary(): ReactNode {
  const { data } = useQuery(runsQuery())
  if (data === undefined) return null
  const newest = newestRuns(data)
  const isOneCounty = new Set(newest.map(({ county }) => county.code)).size === 1
  return (
    <div className="summary">
      <p>
        <strong>{says.title}</strong>
      </p>
      {newest.length === 0 && <p className="muted">{says.none}</p>}
      <ul className="summary-lines summary-verdicts">
        {newest.map((run) => (
          <li key={run.id}>
            <Light state={run.state} /> {run.id === data[0]?.id && <Grades />}
            <Link to="/evaluation" search={{ run: run.id }}>
              {says.of(isOneCounty ? '' : run.county.name, run.year, run.pack.title)}
            </Link>{' '}
            <span className="muted">{says.status[run.status]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The grade of the county itself in the newest evaluation, where it is graded. */
function Grades(): ReactNode {
  const { data } = useQuery(assessmentQuery('latest'))
  const ratings = (data?.ratings ?? []).filter(({ subjects }) => subjects.length === 1)
  return ratings.flatMap(({ id, subjects }) =>
    subjects.map((rated) => (
      <span key={id} className="before">
        {says.grade}
        <GradeTag rated={rated} />
      </span>
    )),
  )
}
