import { chinaMinute } from '@eduduty/core/calendar'
import { REASON_MOST } from '@eduduty/core/collection'
import { type TaskFinding, WHOLE_REGISTER } from '@eduduty/core/collection/tasks'
import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { useDesk } from '../fill/desk-context.ts'
import { fillMessages } from '../fill/messages.ts'
import { isAllowed } from '../fill/permits.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'

const says = reviewMessages.explain
const fewestLetters = 4

/** A soft finding takes a written explanation from the unit, and a verdict on it from the reviewer. */
export function ExplanationPart({ finding }: { finding: TaskFinding }): ReactNode {
  const { detail } = useDesk()
  const { explanation } = finding
  const isOpen = isAllowed(detail, 'fill') && explanation?.status !== 'accepted'
  return (
    <div className="explanation">
      {explanation !== undefined && (
        <>
          <p>
            <span className={explanation.status === 'rejected' ? 'wrong' : 'muted'}>
              {says.status[explanation.status]}
            </span>
            <span className="muted apart">{says.by(explanation.by, chinaMinute(explanation.at))}</span>
          </p>
          {!isOpen && <p>{explanation.text}</p>}
          {explanation.reviewed_by !== undefined && (
            <p className="muted">{says.reviewed(explanation.reviewed_by, explanation.review_reason ?? '')}</p>
          )}
        </>
      )}
      {isOpen && <ExplainField finding={finding} />}
      {explanation?.status === 'pending' && <Verdict finding={finding} />}
    </div>
  )
}

function ExplainField({ finding }: { finding: TaskFinding }): ReactNode {
  const { task, findings } = useDesk().detail
  const known = finding.explanation?.text ?? ''
  const [text, setText] = useState(known)
  const [forAll, setForAll] = useState(finding.explanation?.row_no === WHOLE_REGISTER)
  const alike = findings.filter(({ check, severity }) => check === finding.check && severity === 'soft').length
  const save = useDeed()
  const isReady = text.trim().length >= fewestLetters && text !== known
  const rowNo = forAll ? WHOLE_REGISTER : finding.row_no
  const body = { check: finding.check, row_no: rowNo, text: text.trim() }
  return (
    <div className="explain-field">
      <Input.TextArea
        size="small"
        aria-label={says.label}
        placeholder={says.placeholder}
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={1000}
        showCount
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {task.is_roster && alike > 1 && (
        <Checkbox checked={forAll} onChange={({ target }) => setForAll(target.checked)}>
          {says.forAll}
        </Checkbox>
      )}
      <Button
        size="small"
        disabled={!isReady}
        loading={save.isPending}
        onClick={() => save.mutate({ path: `${taskPath(keyOf(task))}/explanations`, body, done: says.saved })}
      >
        {says.save}
      </Button>
    </div>
  )
}

/** 认可 in one click; 不认可 says why. */
function Verdict({ finding }: { finding: TaskFinding }): ReactNode {
  const { detail } = useDesk()
  const may = useMay()
  const judge = useDeed()
  const [rejecting, setRejecting] = useState(false)
  const { holder } = detail.task
  const isFirst = holder.side === 'first_review' && !may('collection.review')
  if (!isAllowed(detail, 'return')) return null
  const path = `${taskPath(keyOf(detail.task))}/explanations/${isFirst ? 'first-review' : 'review'}`
  const { check } = finding
  const row_no = finding.explanation?.row_no ?? finding.row_no
  return (
    <p className="row-actions">
      <Button
        size="small"
        loading={judge.isPending}
        onClick={() => judge.mutate({ path, body: { check, row_no, accept: true, reason: '' }, done: says.accepted })}
      >
        {says.accept}
      </Button>
      <Button size="small" onClick={() => setRejecting(true)}>
        {says.reject}
      </Button>
      {rejecting && (
        <FormDialog<{ reason: string }>
          title={says.rejectTitle}
          hint={says.rejectHint}
          okText={says.reject}
          busy={judge.isPending}
          submit={({ reason }) =>
            judge.mutate(
              { path, body: { check, row_no, accept: false, reason }, done: says.rejected },
              { onSuccess: () => setRejecting(false) },
            )
          }
          close={() => setRejecting(false)}
        >
          <ReasonField label={fillMessages.reason.field} most={REASON_MOST} />
        </FormDialog>
      )}
    </p>
  )
}
