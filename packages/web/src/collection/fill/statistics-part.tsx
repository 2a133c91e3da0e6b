import type { ReactNode } from 'react'
import { useDesk } from './desk-context.ts'
import { FilePick } from './file-pick.tsx'
import { paneMessages } from './pane-messages.ts'
import { permitOf } from './permits.ts'
import { StatisticsDialog } from './statistics-dialog.tsx'
import { useStatistics } from './use-statistics.ts'

const says = paneMessages.statistics

/** A form beside the statistics workbook of its school: what differs is listed, what is ticked is taken over. */
export function StatisticsPart(): ReactNode {
  const { detail } = useDesk()
  const statistics = useStatistics()
  if (detail.takes_statistics !== true) return null
  return (
    <section className="pane-section">
      <h3>{says.title}</h3>
      <FilePick
        label={says.pick}
        permit={permitOf(detail, 'fill')}
        busy={statistics.isReading}
        busyLabel={says.reading}
        pick={statistics.compare}
      />
      <p className="muted">{says.hint}</p>
      <StatisticsDialog statistics={statistics} />
    </section>
  )
}
