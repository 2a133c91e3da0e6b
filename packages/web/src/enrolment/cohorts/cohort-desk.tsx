import {
  addCohorts,
  type CohortBook,
  type CohortCounts,
  type CohortGroup,
  type CohortPlace,
  formRetentionRate,
  movedOut,
  type RetentionRate,
  yearbookRetentionRate,
} from '@eduduty/core/enrolment'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { cohortColumns } from './cohort-columns.tsx'
import { CohortPupils } from './cohort-pupils.tsx'
import { type CohortSearch, cohortStages } from './cohort-search.ts'
import { cohortMessages as says } from './messages.ts'

const route = getRouteApi('/shell/plain/enrolment/cohorts')

/** One stage at a time: both rates with what they are made of, then school by school, every number to be opened. */
export function CohortDesk({ county, book }: { county: string; book: CohortBook }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: CohortSearch) =>
    navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const stages = cohortStages.filter((one) => book.places.some((place) => place.stage === one))
  const stage = stages.find((one) => one === search.stage) ?? stages[0] ?? '初中'
  const places = book.places.filter((place) => place.stage === stage)
  const total = addCohorts(places.map(({ counts }) => counts))
  const all: CohortPlace = { path: '', name: says.all, stage, counts: total }
  const show = ({ path }: CohortPlace, group: CohortGroup) => change({ group, unit: path === '' ? undefined : path })
  return (
    <>
      <div className="filters">
        <ChoiceFilter
          label={says.year}
          value={String(book.year)}
          options={book.years.map((year) => ({ value: String(year), label: says.yearOf(year) }))}
          pick={(year) => change({ year, unit: undefined, group: undefined })}
        />
        <ChoiceFilter
          label={says.stage}
          value={stage}
          options={stages.map((one) => ({ value: one, label: says.stageOf(one, book.followed[one]) }))}
          pick={(one) => change({ stage: stages.find((known) => known === one), unit: undefined, group: undefined })}
        />
      </div>
      <Rates counts={total} />
      <PrintSheet head={`${says.title}　${says.yearOf(book.year)}　${says.stageOf(stage, book.followed[stage])}`}>
        <LedgerTable<CohortPlace>
          label={says.title}
          rows={[all, ...places]}
          columns={cohortColumns(show)}
          rowKey={({ path }) => path}
          height="calc(100vh - 350px)"
        />
      </PrintSheet>
      {search.group !== undefined && (
        <CohortPupils
          county={county}
          year={book.year}
          unit={places.find(({ path }) => path === search.unit) ?? all}
          group={search.group}
          page={search.page}
          go={(page) => change({ page })}
          close={() => change({ group: undefined, unit: undefined })}
        />
      )}
    </>
  )
}

function Rates({ counts }: { counts: CohortCounts }): ReactNode {
  const why = says.whyWords(counts, movedOut(counts))
  return (
    <div className="cohort-rates">
      <Rate title={says.formTitle} formula={says.formSays} rate={formRetentionRate(counts)} />
      <Rate title={says.yearbookTitle} formula={says.yearbookSays} rate={yearbookRetentionRate(counts)} />
      <section className="cohort-why" aria-label={says.why}>
        <h3>{says.why}</h3>
        {why.length === 0 ? <p>{says.same}</p> : why.map((word) => <p key={word}>{word}；</p>)}
        <p className="muted">{says.never}</p>
      </section>
    </div>
  )
}

function Rate(props: { title: string; formula: string; rate: RetentionRate }): ReactNode {
  const { title, formula, rate } = props
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="cohort-rate number">{rate.percent === undefined ? says.unknownRate : `${rate.percent}%`}</p>
      <p className="muted">
        {formula}
        <br />
        {says.reckoned(rate.above, rate.below)}
      </p>
    </section>
  )
}
