import { REASON_MOST } from '@eduduty/core/collection'
import type { CountersignEntry } from '@eduduty/core/collection/tasks'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { useDesk } from '../fill/desk-context.ts'
import { keyOf, taskPath } from '../fill/task-queries.ts'
import { useDeed } from '../use-deed.ts'
import { reviewMessages } from './messages.ts'

const says = reviewMessages.countersign

/** Who was asked to look too, and what they answered; the person asked answers here. */
export function CountersignList(): ReactNode {
  const { countersigns } = useDesk().detail
  if (countersigns.length === 0) return null
  return (
    <section className="pane-section">
      <h3>{says.title}</h3>
      <ul className="event-list">
        {countersigns.map((one) => (
          <Countersign key={one.countersign_id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Countersign({ one }: { one: CountersignEntry }): ReactNode {
  const { task } = useDesk().detail
  const may = useMay()
  const withdraw = useDeed()
  const [answering, setAnswering] = useState<boolean>()
  const path = `${taskPath(keyOf(task))}/countersigns/${one.countersign_id}`
  const isOpen = one.status === 'asked'
  return (
    <li>
      <p>
        <strong>{one.person_name}</strong>{' '}
        <span className={one.status === 'disagreed' ? 'wrong' : 'muted'}>{says.status[one.status]}</span>
      </p>
      <p>{one.question}</p>
      <p className="muted">{says.asked(one.asked_by, one.due_on)}</p>
      {one.opinion !== undefined && <p>{one.opinion}</p>}
      {isOpen && (
        <p className="row-actions">
          {one.is_mine && (
            <>
              <Button size="small" type="primary" onClick={() => setAnswering(true)}>
                {says.agree}
              </Button>
              <Button size="small" onClick={() => setAnswering(false)}>
                {says.disagree}
              </Button>
            </>
          )}
          {may('collection.review') && (
            <Button
              size="small"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ path: `${path}/withdrawal`, body: {}, done: says.withdrawn })}
            >
              {says.withdraw}
            </Button>
          )}
        </p>
      )}
      {answering !== undefined && (
        <AnswerDialog path={`${path}/answer`} agree={answering} close={() => setAnswering(undefined)} />
      )}
    </li>
  )
}

function AnswerDialog({ path, agree, close }: { path: string; agree: boolean; close: () => void }): ReactNode {
  const answer = useDeed()
  return (
    <FormDialog<{ opinion: string }>
      title={says.answerTitle(agree)}
      okText={agree ? says.agree : says.disagree}
      busy={answer.isPending}
      submit={({ opinion }) =>
        answer.mutate({ path, body: { agree, opinion }, done: says.answered }, { onSuccess: close })
      }
      close={close}
    >
      <ReasonField name="opinion" label={says.opinion} most={REASON_MOST} />
    </FormDialog>
  )
}
