import type { ScenarioInput } from '@eduduty/core/evaluation'
import { Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import type { Draft, DraftOrigin } from './draft.ts'
import { whatIfMessages as says } from './messages.ts'
import { whatIfPath } from './what-if-queries.ts'

interface Fields {
  readonly title: string
  readonly note?: string
  readonly over?: boolean
}

/** Keeps the draft under a name: as a new scenario, or in the place of the own one that it came from. */
export function SaveDialog(props: {
  readonly draft: Draft
  readonly onSaved: (origin: DraftOrigin) => void
  readonly close: () => void
}): ReactNode {
  const { draft } = props
  const { id: run } = useCurrentRun()
  const [form] = Form.useForm<Fields>()
  const change = useChange<{ id: string } | null>(['scenarios', run])
  const own = draft.origin?.isOwn === true ? draft.origin : undefined
  const submit = async ({ title, note = '', over = false }: Fields): Promise<void> => {
    const body: ScenarioInput = { title, note, assumptions: draft.entries.map(({ assumption }) => assumption) }
    const isOver = over && own !== undefined
    const path = `${whatIfPath(run)}/scenarios${isOver ? `/${own.id}` : ''}`
    const at = atFields(form, { 'evaluation.scenario_title_taken': 'title' })
    const answer = await change.mutateAsync({ method: isOver ? 'PUT' : 'POST', path, body, done: says.saved, at })
    props.onSaved({ id: isOver ? own.id : (answer?.id ?? ''), title, note, isOwn: true })
    props.close()
  }
  return (
    <FormDialog<Fields>
      title={says.saveTitle}
      hint={says.saveHint}
      okText={says.save}
      busy={change.isPending}
      form={form}
      initial={{ title: own?.title ?? '', note: draft.origin?.note ?? '', over: own !== undefined }}
      submit={(values) => void submit(values).catch(() => undefined)}
      close={props.close}
    >
      <Form.Item
        name="title"
        label={says.saveName}
        rules={[{ required: true, whitespace: true, message: says.saveNameRule }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="note" label={says.saveNote}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={300} showCount />
      </Form.Item>
      {own !== undefined && (
        <Form.Item name="over" valuePropName="checked">
          <Checkbox>{says.saveOver(own.title)}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  )
}
