import type { ReactNode } from 'react'
import { FileButton } from '../../platform/form/file-button.tsx'
import { useDesk } from './desk-context.ts'
import { paneMessages } from './pane-messages.ts'
import { isAllowed } from './permits.ts'
import { StatisticsDialog } from './statistics-dialog.tsx'
import { useStatistics } from './use-statistics.ts'

const says = paneMessages.statistics

/** In the head of a form whose figures stand in the statistics of its school: pick the workbook, look, take all at once. */
export function StatisticsButton(): ReactNode {
  const { detail } = useDesk()
  const statistics = useStatistics()
  if (detail.takes_statistics !== true || !isAllowed(detail, 'fill')) return null
  return (
    <>
      <FileButton
        label={statistics.isReading ? says.reading : says.head}
        accept=".xlsx,.xls,.csv,.et"
        busy={statistics.isReading}
        onFile={statistics.compare}
      />
      <StatisticsDialog statistics={statistics} />
    </>
  )
}
