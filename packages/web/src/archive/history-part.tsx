import { type ArchiveEvent, archiveDeedTitles } from '@eduduty/core/archive'
import { chinaMinute } from '@eduduty/core/calendar'
import type { ReactNode } from 'react'
import { archiveMessages as says } from './messages.ts'

/** Who did what with it. */
export function HistoryPart({ events }: { events: readonly ArchiveEvent[] }): ReactNode {
  return (
    <section className="panel-section">
      <h3>{says.history}</h3>
      {events.length === 0 && <p className="muted">{says.noHistory}</p>}
      <ol className="archive-history">
        {events.map((one) => (
          <li key={one.no}>
            <strong>{archiveDeedTitles[one.deed]}</strong>
            <span className="apart muted">
              {one.by} {chinaMinute(one.at)}
            </span>
            {one.says !== '' && <p>{one.says}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
