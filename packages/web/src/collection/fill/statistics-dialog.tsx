import type { StatisticsComparison } from '@eduduty/core/collection/tasks'
import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useReturnFocus } from '../../platform/shell/use-return-focus.ts'
import { paneMessages } from './pane-messages.ts'
import { StatisticsItems } from './statistics-items.tsx'
import { itemKey, type Statistics } from './use-statistics.ts'

const says = paneMessages.statistics

/** Nothing until a workbook has been read. */
export function StatisticsDialog({ statistics }: { statistics: Statistics }): ReactNode {
  const { comparison } = statistics
  return comparison === undefined ? null : <OpenDialog statistics={statistics} comparison={comparison} />
}

interface OpenDialogProps {
  readonly statistics: Statistics
  readonly comparison: StatisticsComparison
}

/** What is blank is ticked; what differs is for people to decide. */
function OpenDialog({ statistics, comparison }: OpenDialogProps): ReactNode {
  useReturnFocus()
  const [left, setLeft] = useState(comparison.items.filter(({ state }) => state !== 'equal'))
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    new Set(left.flatMap((item) => (item.state === 'blank' && item.is_open ? [itemKey(item)] : []))),
  )
  const offered = left.filter(({ is_open }) => is_open)
  const chosen = offered.filter((item) => ticked.has(itemKey(item)))
  const isAll = chosen.length > 0 && chosen.length === offered.length
  const take = () =>
    statistics.take(chosen, (taken) => {
      const rest = left.filter((item) => !taken.includes(item))
      setLeft(rest)
      if (rest.length === 0) statistics.close()
    })
  return (
    <Modal
      open
      width={920}
      title={says.dialogTitle(comparison.file)}
      onCancel={statistics.close}
      footer={[
        <Button key="close" onClick={statistics.close}>
          {says.close}
        </Button>,
        <Button key="take" type="primary" disabled={chosen.length === 0} loading={statistics.isTaking} onClick={take}>
          {isAll ? says.takeAll(chosen.length) : says.take(chosen.length)}
        </Button>,
      ]}
    >
      {comparison.caution !== undefined && (
        <p className="note statistics-caution" role="note">
          {comparison.caution}
        </p>
      )}
      <p className="note form-hint">
        {says.summary(comparison.year, comparison.items.length - left.length, left.length)}
      </p>
      {left.length > 0 && <StatisticsItems items={left} offered={offered} ticked={ticked} tick={setTicked} />}
      {comparison.notes.length > 0 && (
        <details>
          <summary>{says.notes(comparison.notes.length)}</summary>
          <ul className="statistics-notes">
            {comparison.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Modal>
  )
}
