import type { DraftPiece, ReportFigure, ReportFigureGroup, ReportPlace } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { figuresQuery, type ReportKey } from './draft-queries.ts'
import { draftMessages as says } from './messages.ts'

interface FigureListProps {
  readonly report: ReportKey
  readonly place: ReportPlace
  readonly pick: (piece: DraftPiece, unit: string) => void
}

/** Numbers of one unit, by a part of their name or by its pinyin initials. */
export function FigureList({ report, place, pick }: FigureListProps): ReactNode {
  const [words, setWords] = useState<string>()
  const { grain, subject } = place
  const { data, error, refetch } = useQuery(figuresQuery(report, { grain, subject }))
  const wanted = (words ?? '').trim()
  const found = data?.figures.filter(
    ({ title, initials }) => title.includes(wanted) || initials.includes(wanted.toLowerCase()),
  )
  return (
    <>
      <TextFilter label={says.figureWords} text={words} onText={setWords} wide />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {found?.length === 0 && <EmptyState title={says.noFigures} advice={says.noFiguresAdvice} />}
      <div className="report-figures">
        {groups.map((group) => (
          <FigureGroup key={group} group={group} figures={found ?? []} pick={pick} />
        ))}
      </div>
    </>
  )
}

const groups = ['verdict', 'division', 'judged', 'own'] as const

interface FigureGroupProps extends Pick<FigureListProps, 'pick'> {
  readonly group: ReportFigureGroup
  readonly figures: readonly ReportFigure[]
}

function FigureGroup({ group, figures, pick }: FigureGroupProps): ReactNode {
  const own = figures.filter((one) => one.group === group)
  if (own.length === 0) return null
  return (
    <>
      <h4>{says.figureGroups[group]}</h4>
      <ul>
        {own.map(({ title, shown, unit, bound }) => (
          <li key={`${bound.grain} ${bound.subject} ${bound.formula}`}>
            <Button type="text" onClick={() => pick({ text: shown, bound }, unit ?? '')}>
              <span>{title}</span>
              <span className="number">
                {shown}
                {unit !== undefined && <span className="figure-unit">{unit}</span>}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
