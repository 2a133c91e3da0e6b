import type { StatisticsComparison } from '@eduduty/core/collection/tasks'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import type { ReactNode } from 'react'
import { sendFile } from '../../platform/api/http.ts'
import { useDesk } from './desk-context.ts'
import { FilePick } from './file-pick.tsx'
import { paneMessages } from './pane-messages.ts'
import { permitOf } from './permits.ts'
import { StatisticsDialog } from './statistics-dialog.tsx'
import { keyOf, taskPath } from './task-queries.ts'

const says = paneMessages.statistics

/** A form beside the statistics workbook of its school: what differs is listed, what is ticked is taken over. */
export function StatisticsPart(): ReactNode {
  const { detail } = useDesk()
  const { message } = App.useApp()
  const path = `${taskPath(keyOf(detail.task))}/statistics`
  const compare = useMutation({
    mutationFn: (file: File) => sendFile<StatisticsComparison>(`${path}?name=${encodeURIComponent(file.name)}`, file),
    onError: (error) => void message.error(error.message, 8),
  })
  if (detail.takes_statistics !== true) return null
  return (
    <section className="pane-section">
      <h3>{says.title}</h3>
      <FilePick label={says.pick} permit={permitOf(detail, 'fill')} busy={compare.isPending} pick={compare.mutate} />
      <p className="muted">{says.hint}</p>
      {compare.data !== undefined && <StatisticsDialog comparison={compare.data} close={compare.reset} />}
    </section>
  )
}
