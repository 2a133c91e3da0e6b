import type { DraftDrawing, ReportDrawable } from '@eduduty/core/reports'
import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { drawablesQuery, type ReportKey } from './draft-queries.ts'
import { drawnBelow } from './edited-content.ts'
import { draftMessages } from './messages.ts'
import { ownId } from './own-id.ts'
import type { ReportDesk } from './use-report.ts'

const says = draftMessages.draw

/** So many bars still have room for their names. */
const BARS = 30

interface DrawDialogProps {
  readonly below: string
  readonly report: ReportKey
  readonly desk: ReportDesk
  readonly close: () => void
}

/** A table or chart of one figure over its units, put in below a block. */
export function DrawDialog({ below, report, desk, close }: DrawDialogProps): ReactNode {
  const { data, error, refetch } = useQuery(drawablesQuery(report))
  const [node, setNode] = useState<string>()
  const picked = data?.drawables.find((one) => one.node === node)
  const submit = async (drawing: DraftDrawing): Promise<void> => {
    if (await desk.save(drawnBelow(below, ownId(), drawing))) close()
  }
  return (
    <FormDialog<DraftDrawing>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      busy={desk.state === 'saving'}
      initial={{ shape: 'bar' }}
      submit={submit}
      close={close}
    >
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data?.drawables.length === 0 && <p className="muted">{says.none}</p>}
      {data !== undefined && (
        <Form.Item name="node" label={says.node} rules={[{ required: true, message: says.nodeNeeded }]}>
          <Select<string>
            showSearch={{ filterOption: (typed, option) => fits(option?.['data-words'], typed) }}
            onChange={setNode}
            options={data.drawables.map(optionOf)}
          />
        </Form.Item>
      )}
      <Form.Item
        name="shape"
        label={says.shape}
        extra={picked !== undefined && picked.units > BARS ? says.many : undefined}
      >
        <Radio.Group
          options={[
            { value: 'bar', label: says.shapes.bar },
            { value: 'table', label: says.shapes.table },
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}

const optionOf = ({ node, title, initials, grain_title: grain, units }: ReportDrawable) => ({
  value: node,
  label: says.nodeOf(title, grain, units),
  'data-words': `${title} ${initials}`,
})

const fits = (words: unknown, typed: string): boolean =>
  typeof words === 'string' && words.includes(typed.trim().toLowerCase())
