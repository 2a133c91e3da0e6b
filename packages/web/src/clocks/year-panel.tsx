import { checkWorkingYear } from '@eduduty/core/calendar'
import type { CalendarYearView } from '@eduduty/core/clocks'
import { Button, Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../platform/form/date-field.tsx'
import { useChange } from '../platform/form/use-change.ts'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import { calendarKey, calendarPath } from './calendar-queries.ts'
import { calendarMessages } from './messages.ts'
import { monthsOf } from './months-of.ts'
import { RestFields } from './rest-fields.tsx'
import { draftOf, workingYearOf, type YearDraft } from './year-draft.ts'

const says = calendarMessages.form

interface YearPanelProps {
  readonly county: string
  readonly year: number
  readonly known: CalendarYearView | undefined
  readonly close: () => void
  readonly saved: (year: number) => void
}

/** Enters how a year is worked, or changes it; what cannot be right is said while it is typed. */
export function YearPanel({ county, year, known, close, saved }: YearPanelProps): ReactNode {
  const [form] = Form.useForm<YearDraft>()
  const change = useChange<{ changed: number }>(calendarKey)
  const save = (draft: YearDraft): void => {
    const { rest, work } = workingYearOf(draft)
    change.mutate(
      {
        method: 'PUT',
        path: `${calendarPath(county)}/${draft.year}`,
        body: { rest, work, document: draft.document, note: draft.note },
        done: ({ changed }) => says.saved(changed),
      },
      {
        onSuccess: () => {
          saved(draft.year)
          close()
        },
      },
    )
  }
  return (
    <SidePanel
      close={close}
      title={known === undefined ? calendarMessages.enter(year) : calendarMessages.change(year)}
      isTyped
    >
      <Form<YearDraft> form={form} layout="vertical" initialValues={draftOf(year, known)} onFinish={save}>
        <Form.Item name="year" label={says.year} rules={[{ required: true, message: says.yearRule }]}>
          <InputNumber min={1949} max={2999} precision={0} disabled={known !== undefined} />
        </Form.Item>
        <RestFields />
        <WorkFields />
        <Form.Item
          name="document"
          label={says.document}
          rules={[{ required: true, whitespace: true, message: says.documentRule }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={says.note}>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {() => <Outcome draft={form.getFieldsValue(true)} busy={change.isPending} />}
        </Form.Item>
      </Form>
    </SidePanel>
  )
}

function WorkFields(): ReactNode {
  return (
    <Form.List name="work">
      {(fields, { add, remove }) => (
        <Form.Item label={says.work}>
          {fields.map((field) => (
            <div key={field.key} className="calendar-line">
              <Form.Item name={field.name} rules={[{ required: true, message: says.workRule }]} noStyle>
                <DateField label={says.work} />
              </Form.Item>
              <Button type="link" onClick={() => remove(field.name)}>
                {says.remove}
              </Button>
            </div>
          ))}
          <Button size="small" onClick={() => add('')}>
            {says.addWork}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

/** What the year comes to, or what in it cannot be right. */
function Outcome({ draft, busy }: { draft: Partial<YearDraft>; busy: boolean }): ReactNode {
  const year = workingYearOf(draft)
  const faults = year.rest.length === 0 ? [says.none] : checkWorkingYear(year)
  const working = monthsOf(year).reduce((sum, month) => sum + month.working, 0)
  return (
    <>
      {faults.length === 0 ? (
        <p className="note">{says.preview(working)}</p>
      ) : (
        <ul className="note calendar-faults" role="status">
          {faults.map((fault) => (
            <li key={fault} className="wrong">
              {fault}
            </li>
          ))}
        </ul>
      )}
      <Button type="primary" htmlType="submit" loading={busy} disabled={faults.length > 0} className="calendar-save">
        {says.save}
      </Button>
    </>
  )
}
