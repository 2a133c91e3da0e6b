import type { DraftPiece, ReportPlace } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { placesQuery, type ReportKey } from './draft-queries.ts'
import { FigureList } from './figure-list.tsx'
import { draftMessages as says } from './messages.ts'
import { PlaceSelect } from './place-select.tsx'

interface FigurePickerProps {
  readonly report: ReportKey
  /** Whom the report is about: offered first. */
  readonly about: Pick<ReportPlace, 'grain' | 'subject'>
  /** `unit` is said after the number. */
  readonly pick: (piece: DraftPiece, unit: string) => void
  readonly close: () => void
}

/** Figures of the evaluation that may be put into the text: first of which unit, then which. */
export function FigurePicker({ report, about, pick, close }: FigurePickerProps): ReactNode {
  const [chosen, setChosen] = useState<ReportPlace>()
  const { data, error, refetch } = useQuery(placesQuery(report))
  const own = data?.places.find(({ grain, subject }) => grain === about.grain && subject === about.subject)
  const place = chosen ?? own ?? data?.places[0]
  return (
    <Modal
      open
      title={says.insert}
      footer={null}
      onCancel={close}
      width={680}
      focusable={{ focusTriggerAfterClose: false }}
    >
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data?.places.length === 0 && <EmptyState title={says.noPlaces} advice={says.noPlacesAdvice} />}
      {data !== undefined && place !== undefined && (
        <>
          <PlaceSelect places={data.places} place={place} pick={setChosen} />
          {data.lacking.length > 0 && <p className="muted">{says.noFiguresOf(data.lacking.join('、'))}</p>}
          <FigureList key={`${place.grain} ${place.subject}`} report={report} place={place} pick={pick} />
        </>
      )}
    </Modal>
  )
}
