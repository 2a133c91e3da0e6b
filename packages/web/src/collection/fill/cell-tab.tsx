import { chinaMinute } from '@eduduty/core/calendar'
import type { CellStory } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { reviewMessages } from '../review/messages.ts'
import { ReturnItem } from '../review/return-item.tsx'
import { UnlockDialog } from '../review/unlock-dialog.tsx'
import { CopyLastYear } from './copy-last-year.tsx'
import { DerivedLine } from './derived-line.tsx'
import { useDesk } from './desk-context.ts'
import { askedCells, covers, staysLocked } from './open-cells.ts'
import { paneMessages } from './pane-messages.ts'
import { isAllowed } from './permits.ts'
import { ProblemItem } from './problem-item.tsx'
import { type CellPlace, cellStoryQuery, keyOf } from './task-queries.ts'

const says = paneMessages.cell
const REST_MS = 250

/** All that is known of the cell at which the reader is. */
export function CellTab(): ReactNode {
  const { place } = useDesk()
  const rested = useRested(place)
  if (rested === undefined) return <p className="pane-empty muted">{says.pick}</p>
  return <Story place={rested} />
}

/** Moving through the form asks nothing; resting on a cell does. */
function useRested(place: CellPlace | undefined): CellPlace | undefined {
  const [rested, setRested] = useState(place)
  useEffect(() => {
    const timer = setTimeout(() => setRested(place), REST_MS)
    return () => clearTimeout(timer)
  }, [place])
  return rested
}

function Story({ place }: { place: CellPlace }): ReactNode {
  const { detail } = useDesk()
  const story = useQuery(cellStoryQuery(keyOf(detail.task), place))
  if (story.error !== null) return <ErrorState error={story.error} retry={() => story.refetch()} />
  if (story.data === undefined) return <Loading />
  return (
    <div className="pane-scroll">
      <h3>
        {story.data.column.title}
        {story.data.column.unit !== undefined && <span className="muted">（{story.data.column.unit}）</span>}
        {story.data.column.required && <span className="muted pane-hint">{says.required}</span>}
      </h3>
      {isAllowed(detail, 'return') && <ReturnToggle place={place} />}
      <UnlockPart place={place} />
      <DerivedLine place={place} />
      <Meaning story={story.data} place={place} />
      <Troubles story={story.data} />
      <Changes story={story.data} />
    </div>
  )
}

function ReturnToggle({ place }: { place: CellPlace }): ReactNode {
  const { basket } = useDesk()
  const chosen = basket.has(place)
  return (
    <Button size="small" onClick={() => (chosen ? basket.take(place) : basket.put({ ...place, reason: '' }))}>
      {chosen ? reviewMessages.basket.take : reviewMessages.basket.put}
    </Button>
  )
}

/** The way to a cell that stayed locked when others were sent back. */
function UnlockPart({ place }: { place: CellPlace }): ReactNode {
  const { detail } = useDesk()
  const [isOpen, setIsOpen] = useState(false)
  if (!staysLocked(detail, place)) return null
  if (askedCells(detail.returns).some((one) => covers(one, place.row, place.column)))
    return <p className="muted">{says.asked}</p>
  if (!isAllowed(detail, 'ask_unlock')) return null
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        {says.askUnlock}
      </Button>
      {isOpen && <UnlockDialog place={place} close={() => setIsOpen(false)} />}
    </>
  )
}

function Meaning({ story, place }: { story: CellStory; place: CellPlace }): ReactNode {
  const { column, peers } = story
  return (
    <dl className="facts">
      <Fact name={says.now}>{story.text === '' ? <span className="muted">{says.empty}</span> : story.text}</Fact>
      <Fact name={says.lastYear}>
        {story.last_year ?? <span className="muted">{says.noLastYear}</span>}
        <CopyLastYear story={story} place={place} />
      </Fact>
      <Fact name={says.peers}>
        {peers === undefined ? (
          <span className="muted">{says.noPeers}</span>
        ) : (
          <>
            {says.peersText(peers.count, peers.low, peers.middle, peers.high)}
            <span className="under muted">{peers.says}</span>
          </>
        )}
      </Fact>
      <Fact name={says.note}>{column.note ?? <span className="muted">{says.noNote}</span>}</Fact>
      {column.limits !== undefined && <Fact name={says.limits}>{column.limits}</Fact>}
      {column.basis !== undefined && <Fact name={says.basis}>{column.basis}</Fact>}
    </dl>
  )
}

function Fact(props: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function Troubles({ story }: { story: CellStory }): ReactNode {
  const findings = story.findings.filter((one) => one.kind !== 'blank')
  return (
    <>
      {story.returns.length > 0 && (
        <section className="pane-section">
          <h3>{says.returns}</h3>
          <ul className="problem-list">
            {story.returns.map((one) => (
              <ReturnItem key={one.return_id} one={one} />
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <section className="pane-section">
          <h3>{says.findings}</h3>
          <ul className="problem-list">
            {findings.map((finding) => (
              <ProblemItem key={finding.finding_no} finding={finding} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Changes({ story }: { story: CellStory }): ReactNode {
  return (
    <section className="pane-section">
      <h3>{says.changes}</h3>
      {story.changes.length === 0 && <p className="muted">{says.noChanges}</p>}
      <ul className="event-list">
        {story.changes.map((change) => (
          <li key={`${change.at} ${change.new_text}`}>
            <p>{says.change(change.old_text, change.new_text)}</p>
            <p className="muted">
              {says.changeLine(
                change.by,
                chinaMinute(change.at),
                says.changeSource(change.way, change.file, change.place),
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
