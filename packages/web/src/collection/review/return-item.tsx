import type { ReturnedCell, TaskDetail } from '@eduduty/core/collection/tasks'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { columnTitle, rowTitle, useDesk } from '../fill/desk-context.ts'
import { paneMessages } from '../fill/pane-messages.ts'
import { isAllowed } from '../fill/permits.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'

const says = paneMessages.problems
const replies = reviewMessages.reply

/** One cell that was sent back: why, till when, what the unit did about it. */
export function ReturnItem({ one }: { one: ReturnedCell }): ReactNode {
  const { detail, goTo } = useDesk()
  const place = { row: one.row_no, column: one.column }
  const isCell = one.column !== '' && one.row_no > 0
  return (
    <li className={one.is_answered ? 'problem' : 'problem problem-returned'}>
      <p className="problem-title">
        {isCell ? (
          <button type="button" className="link" onClick={() => goTo(place)}>
            {detail.task.is_roster && `${rowTitle(detail, one.row_no)} `}
            {columnTitle(detail, one.column)}
          </button>
        ) : (
          <strong>{one.row_no > 0 ? `${rowTitle(detail, one.row_no)} ${says.wholeRow}` : says.wholeTable}</strong>
        )}
        <span className={one.is_answered ? 'muted' : 'short'}>{stateText(one, detail)}</span>
      </p>
      <p>{one.reason}</p>
      {isCell && one.found_text !== '' && <p className="muted">{says.found(one.found_text)}</p>}
      <p className="muted">
        {one.purpose === 'asked' ? says.askedBy(one.returned_by) : says.due(one.due_on, one.returned_by)}
      </p>
      {one.reply !== undefined && <p>{replies.answered(one.reply)}</p>}
      {isAllowed(detail, 'fill') && !one.is_answered && <ReplyField one={one} />}
    </li>
  )
}

function stateText(one: ReturnedCell, detail: TaskDetail): string {
  if (one.is_settled) return replies.settled
  if (one.purpose !== 'mend') return one.purpose === 'asked' ? replies.asked : replies.linked
  if (!one.is_answered) return replies.open
  if (one.reply !== undefined) return replies.replied
  return isUnchanged(one, detail) ? replies.unchanged : replies.changed
}

/** A file that was sent anew answers all that was returned, also where it says the same again. */
function isUnchanged({ row_no, column, found_text }: ReturnedCell, { rows }: TaskDetail): boolean {
  const row = rows.find((one) => one.row_no === row_no)
  return row !== undefined && column !== '' && (row.refused[column] ?? row.cells[column] ?? '') === found_text
}

function ReplyField({ one }: { one: ReturnedCell }): ReactNode {
  const { task } = useDesk().detail
  const [text, setText] = useState('')
  const send = useDeed()
  const body = { return_id: one.return_id, reply: text.trim() }
  return (
    <div className="explain-field">
      <Input.TextArea
        size="small"
        aria-label={replies.label}
        placeholder={replies.placeholder}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={500}
        showCount
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        size="small"
        disabled={text.trim().length < 2}
        loading={send.isPending}
        onClick={() => send.mutate({ path: `${taskPath(keyOf(task))}/replies`, body, done: replies.saved })}
      >
        {replies.save}
      </Button>
    </div>
  )
}
