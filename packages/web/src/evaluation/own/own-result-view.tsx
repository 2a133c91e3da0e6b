import type { OwnResult, OwnRun } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { evidenceQuery } from '../../archive/index.ts'
import { subjectLabel } from '../../platform/run/run-index.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { ownMessages as says } from './messages.ts'
import { elementColumns, indicatorColumns } from './own-columns.tsx'
import { isOpen, type OwnLine, ownLines } from './own-lines.ts'

const route = getRouteApi('/shell/plain/evaluation/own')

interface ViewProps {
  readonly result: OwnResult
  readonly chosen: OwnRun
}

/** Judged figures with standard, light and gap; below, what they are computed from. */
export function OwnResultView({ result, chosen }: ViewProps): ReactNode {
  const { judged, others } = ownLines(result)
  return (
    <>
      {chosen.status === 'preview' && <p className="note">{says.preview}</p>}
      {result.subjects.map((subject) =>
        subject.included ? null : (
          <p key={subject.id} className="note">
            {says.excluded(subjectLabel(subject), subject.exclusion?.reason ?? '')}
          </p>
        ),
      )}
      <Judged judged={judged} result={result} />
      {others.length > 0 && (
        <section className="panel-section stacked own-elements">
          <h2>{says.elements(others.length)}</h2>
          <LedgerTable
            label={says.elements(others.length)}
            rows={others}
            rowKey={({ figure }) => figure.id}
            columns={elementColumns}
          />
        </section>
      )}
    </>
  )
}

function Judged({ judged, result }: { readonly judged: readonly OwnLine[]; readonly result: OwnResult }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data: evidence } = useOwnEvidence(result)
  const shown = search.open === undefined ? judged : judged.filter(isOpen)
  return (
    <section className="panel-section stacked">
      <h2>{says.indicators(judged.length)}</h2>
      {judged.length > 0 && (
        <Checkbox
          checked={search.open !== undefined}
          onChange={({ target }) =>
            navigate({ search: (before) => ({ ...before, open: target.checked ? 'true' : undefined }) })
          }
        >
          {says.onlyOpen}
        </Checkbox>
      )}
      <LedgerTable
        label={says.indicators(judged.length)}
        rows={shown}
        rowKey={({ figure }) => figure.id}
        columns={indicatorColumns(result.run.county.code, evidence)}
        sort={search.sort}
        onSort={(sort) => navigate({ search: (before) => ({ ...before, sort }) })}
        empty={<EmptyState title={judged.length === 0 ? says.noIndicators : says.noneOpen} />}
      />
    </section>
  )
}

/** Which of the indicators ask the unit for papers. */
function useOwnEvidence({ run, subjects, figures }: OwnResult) {
  const may = useMay()('archive.read')
  const unit = subjects.find((subject) => subject.unit !== undefined)?.unit
  const indicators = [...new Set(figures.flatMap(({ node, state }) => (state === undefined ? [] : [node])))].slice(
    0,
    200,
  )
  const asked = { county: run.county.code, pack: run.pack.id, year: run.year, indicators }
  return useQuery({
    ...evidenceQuery(unit === undefined ? asked : { ...asked, unit }),
    enabled: may && indicators.length > 0,
  })
}
