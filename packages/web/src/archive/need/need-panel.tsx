import type { Catalogue, NeedRow, NeedView } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useCallback } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { useStepKeys } from '../../platform/shell/use-step-keys.ts'
import { needQuery } from '../archive-queries.ts'
import { HistoryPart } from '../history-part.tsx'
import { archiveMessages } from '../messages.ts'
import { CurrentPreview } from '../preview/current-preview.tsx'
import { AddPart } from './add-part.tsx'
import { FigurePart } from './figure-part.tsx'
import { NeedButtons } from './need-buttons.tsx'
import { NeedFacts } from './need-facts.tsx'
import { PapersPart } from './papers-part.tsx'
import { nextToReview, stepUnread } from './unread-walk.ts'

const says = archiveMessages.need

interface NeedPanelProps {
  readonly catalogue: Catalogue
  readonly need: string
  /** The paper that is looked at. */
  readonly paper: string | undefined
  /** Through which needs J and K walk. */
  readonly listed: readonly NeedRow[]
  /** The list is of one unit: a review does not lead away from it. */
  readonly isOfOneUnit: boolean
  readonly show: (need: string, paper?: string) => void
  readonly close: () => void
}

/** A required material: why, which papers are there and what a reviewer thinks of them, and how to add more. */
export function NeedPanel({ catalogue, need, paper, listed, isOfOneUnit, show, close }: NeedPanelProps): ReactNode {
  const { county } = catalogue
  const { data: view, error, refetch } = useQuery(needQuery(county, need))
  const step = useCallback(
    (by: 1 | -1) => {
      const next = stepUnread(listed, { need, ...(paper !== undefined && { paper }) }, by)
      if (next !== undefined) show(next.need, next.paper)
    },
    [listed, need, paper, show],
  )
  useStepKeys(step, { over: '.ant-modal' })
  const { message } = App.useApp()
  const goOn = (): void => {
    const next = paper === undefined ? undefined : nextToReview(listed, { need, paper }, isOfOneUnit)
    if (next !== undefined) show(next.need, next.paper)
    else if (view !== undefined)
      void message.info(archiveMessages.review.noneLeft(isOfOneUnit ? view.row.unit_name : ''))
  }
  const open = view?.row.papers.find((one) => one.paper === paper && one.is_visible)
  return (
    <SidePanel
      close={close}
      width={open === undefined ? 680 : 1160}
      title={view === undefined ? archiveMessages.title : says.title(view.row.file_no, view.row.title)}
    >
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && view === undefined && <Loading />}
      {view !== undefined && error === null && (
        <div className={open === undefined ? '' : 'archive-split'}>
          <Body catalogue={catalogue} view={view} paper={paper} show={show} goOn={goOn} />
          {open !== undefined && <CurrentPreview key={open.paper} county={county} paper={open.paper} />}
        </div>
      )}
    </SidePanel>
  )
}

interface BodyProps extends Pick<NeedPanelProps, 'catalogue' | 'paper' | 'show'> {
  readonly view: NeedView
  /** To the next that nobody has reviewed. */
  readonly goOn: () => void
}

function Body({ catalogue, view, paper, show, goOn }: BodyProps): ReactNode {
  const { county } = catalogue
  const { row } = view
  return (
    <div>
      {catalogue.is_open && <NeedButtons county={county} view={view} />}
      <NeedFacts catalogue={catalogue} row={row} />
      <PapersPart county={county} view={view} paper={paper} look={(next) => show(row.need, next)} reviewed={goOn} />
      {catalogue.is_open && <AddPart catalogue={catalogue} view={view} />}
      <FigurePart catalogue={catalogue} row={row} />
      <HistoryPart events={view.events} />
    </div>
  )
}
