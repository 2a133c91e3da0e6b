import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useDeed } from '../use-deed.ts'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'
import { periodPath } from './period-queries.ts'

const says = periodMessages.evaluate

/** Evaluates what is frozen, and leads to the run. */
export function EvaluateDialog({ periodKey, progress, close }: PeriodActionsProps & { close: () => void }): ReactNode {
  const client = useQueryClient()
  const navigate = useNavigate()
  const evaluate = useDeed<{ run: string }>()
  const { states, tasks } = progress.period
  const run = evaluate.data?.run
  const start = () => evaluate.mutate({ path: `${periodPath(periodKey)}/evaluation`, body: {} })
  const see = async () => {
    // A new run is in no list yet.
    await client.invalidateQueries()
    void navigate({ to: '/evaluation', search: { run } })
  }
  return (
    <Modal
      open
      title={says.title}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          {says.close}
        </Button>,
        run === undefined ? (
          <Button key="go" type="primary" loading={evaluate.isPending} onClick={start}>
            {says.ok}
          </Button>
        ) : (
          <Button key="see" type="primary" onClick={() => void see()}>
            {says.see}
          </Button>
        ),
      ]}
    >
      <p>{says.hint(states.frozen ?? 0, tasks)}</p>
      {evaluate.isPending && <p role="status">{says.running}</p>}
      {run !== undefined && <p role="status">{says.done}</p>}
    </Modal>
  )
}
