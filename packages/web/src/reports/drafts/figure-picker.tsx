import type { DraftPiece } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { figuresQuery, type ReportKey } from './draft-queries.ts'
import { draftMessages as says } from './messages.ts'

interface FigurePickerProps {
  readonly report: ReportKey
  readonly pick: (piece: DraftPiece) => void
  readonly close: () => void
}

/** Figures of the evaluation that may be put into the text. */
export function FigurePicker({ report, pick, close }: FigurePickerProps): ReactNode {
  const [words, setWords] = useState<string>()
  const { data, error, refetch } = useQuery(figuresQuery(report, words ?? ''))
  return (
    <Modal
      open
      title={says.insert}
      footer={null}
      onCancel={close}
      width={620}
      focusable={{ focusTriggerAfterClose: false }}
    >
      <TextFilter label={says.figureWords} text={words} onText={setWords} wide />
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data?.figures.length === 0 && <EmptyState title={says.noFigures} />}
      <ul className="report-figures">
        {data?.figures.map(({ title, subject_name: name, shown, bound }) => (
          <li key={`${bound.formula}@${bound.subject}`}>
            <Button type="text" onClick={() => pick({ text: shown, bound })}>
              <span>{title}</span>
              <span className="muted">{name}</span>
              <span className="number">{shown}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
