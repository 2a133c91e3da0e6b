import type { GatheringAnswer, GatheringBody } from '@eduduty/core/evaluation'
import { Form, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { gatheringKey, gatheringPath } from './gathering-queries.ts'
import { gatheringMessages as says } from './messages.ts'

/** Evaluates the city or province over what stands there now. */
export function GatherDialog({ answer, close }: { answer: GatheringAnswer; close: () => void }): ReactNode {
  const { area, pack, year } = answer
  const change = useChange<undefined>(gatheringKey)
  const submit = ({ kind }: Pick<GatheringBody, 'kind'>) => {
    const body: GatheringBody = { pack, year, kind }
    change.mutate({ path: gatheringPath(area), body, done: says.gathered, shown: true }, { onSuccess: close })
  }
  return (
    <FormDialog<Pick<GatheringBody, 'kind'>>
      title={`${says.gatherTitle}　${says.year(year)}`}
      hint={says.gatherHint}
      okText={says.gather}
      busy={change.isPending}
      initial={{ kind: 'official' }}
      submit={submit}
      close={close}
    >
      <Form.Item name="kind" label={says.kind}>
        <Radio.Group
          options={[
            { value: 'official', label: says.kinds.official },
            { value: 'preview', label: says.kinds.preview },
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}
