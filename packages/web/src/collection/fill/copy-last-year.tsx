import type { CellStory, SavedCells } from '@eduduty/core/collection/tasks'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useDeed } from '../use-deed.ts'
import { useDesk } from './desk-context.ts'
import { isOpenCell } from './open-cells.ts'
import { paneMessages } from './pane-messages.ts'
import { type CellPlace, keyOf, taskPath } from './task-queries.ts'

const says = paneMessages.cell

/** An empty cell may take what the unit reported last year; that it was copied stays in its history. */
export function CopyLastYear({ story, place }: { story: CellStory; place: CellPlace }): ReactNode {
  const { detail, unsaved } = useDesk()
  const copy = useDeed<SavedCells>()
  const { last_year, text } = story
  if (last_year === undefined || last_year === '' || text !== '' || !isOpenCell(detail, place)) return null
  const body = { row_no: place.row, column: place.column, from: text }
  return (
    <Button
      size="small"
      className="apart"
      disabled={unsaved > 0}
      loading={copy.isPending}
      onClick={() => copy.mutate({ path: `${taskPath(keyOf(detail.task))}/last-year`, body, done: says.copied })}
    >
      {says.copy(last_year)}
    </Button>
  )
}
