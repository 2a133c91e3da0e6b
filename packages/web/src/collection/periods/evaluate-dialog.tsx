import type { State } from '@eduduty/core/evaluation'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { Light } from '../../platform/theme/light.tsx'
import { useDeed } from '../use-deed.ts'
import { periodMessages } from './messages.ts'
import type { PeriodActionsProps } from './period-actions-props.ts'

const says = periodMessages.evaluate

interface Evaluated {
  readonly run: string
  readonly status: 'official' | 'preview'
  readonly state: State
  readonly submissions: number
  readonly is_new: boolean
}

/** Evaluates what was collected, officially or as a preview, and leads to the result. */
export function EvaluateDialog({ periodKey, progress, close }: PeriodActionsProps & { close: () => void }): ReactNode {
  const client = useQueryClient()
  const navigate = useNavigate()
  const evaluate = useDeed<Evaluated>()
  const { states, tasks } = progress.period
  const frozen = states.frozen ?? 0
  const [kind, setKind] = useState<Evaluated['status']>(frozen > 0 ? 'official' : 'preview')
  const done = evaluate.data
  const path = `/evaluation/periods/${encodeURIComponent(periodKey.county)}/${encodeURIComponent(periodKey.period)}`
  const see = async (run: string) => {
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
        done === undefined ? (
          <Button
            key="go"
            type="primary"
            loading={evaluate.isPending}
            onClick={() => evaluate.mutate({ path, body: { kind } })}
          >
            {says.ok}
          </Button>
        ) : (
          <Button key="see" type="primary" onClick={() => void see(done.run)}>
            {says.see}
          </Button>
        ),
      ]}
    >
      <Kinds
        kind={kind}
        choose={setKind}
        frozen={frozen}
        tasks={tasks}
        disabled={evaluate.isPending || done !== undefined}
      />
      {evaluate.isPending && <p role="status">{says.running}</p>}
      {done !== undefined && (
        <p role="status">
          {done.is_new ? says.done(done.submissions) : says.same} <Light state={done.state} />
        </p>
      )}
    </Modal>
  )
}

interface KindsProps {
  readonly kind: Evaluated['status']
  readonly choose: (kind: Evaluated['status']) => void
  readonly frozen: number
  readonly tasks: number
  readonly disabled: boolean
}

function Kinds(props: KindsProps): ReactNode {
  const { frozen, tasks } = props
  return (
    <Radio.Group
      className="evaluate-kinds"
      disabled={props.disabled}
      value={props.kind}
      onChange={(event) => props.choose(event.target.value === 'official' ? 'official' : 'preview')}
    >
      <Radio value="official" disabled={frozen === 0}>
        {says.official}
        <span className="under">{frozen === 0 ? says.none : says.officialHint(frozen, tasks)}</span>
      </Radio>
      <Radio value="preview">
        {says.preview}
        <span className="under">{says.previewHint}</span>
      </Radio>
    </Radio.Group>
  )
}
