import { dayBefore, dayOf } from '@eduduty/core/calendar'
import { Button, Form, Input, Popconfirm, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { bodyOfStep, draftOfBody, type StepDraft } from '../cases/step-body.ts'
import { StepFields } from '../cases/step-fields.tsx'
import type { KeptPicture } from './kept-pictures.ts'
import { isOfCase, type KeptCaseVisit, type KeptState } from './kept-visits.ts'
import { visitMessages } from './messages.ts'
import { newKey } from './new-key.ts'
import type { RecordStep } from './remembered-steps.ts'
import { VisitPictures } from './visit-pictures.tsx'
import type { VisitQueue } from './visit-queue.ts'

const says = visitMessages.form

interface FieldsProps {
  readonly county: string
  readonly id: string
  readonly steps: readonly RecordStep[]
  readonly queue: VisitQueue
  readonly close: () => void
}

/** What was typed is kept at every change, and goes to the server when it is finished. */
export function VisitFields({ county, id, steps, queue, close }: FieldsProps): ReactNode {
  const [form] = Form.useForm<StepDraft>()
  const [kept] = useState(() => openVisit(queue, county, id))
  const [key] = useState(() => kept?.key ?? newKey())
  const [chosen, setChosen] = useState(kept?.body.step ?? steps[0]?.step)
  const [isKept, setKept] = useState(kept !== undefined)
  const [pictures, setPictures] = useState(kept?.pictures ?? [])
  const step = steps.find((one) => one.step === chosen) ?? steps[0]
  if (step === undefined) return null
  const keep = (of: RecordStep, state: KeptState, shown = pictures) => {
    queue.keep({ ...visitOf(of, form.getFieldsValue(true), { key, county, id, state }), pictures: shown })
    setKept(true)
  }
  const show = (next: readonly KeptPicture[]) => {
    setPictures(next)
    keep(step, 'draft', next)
  }
  const change = (name: string) => {
    setChosen(name)
    const next = steps.find((one) => one.step === name)
    if (next !== undefined && isKept) keep(next, 'draft')
  }
  return (
    <Form<StepDraft>
      form={form}
      layout="vertical"
      initialValues={{ on: dayOf(new Date()), ...(kept !== undefined && draftOfBody(kept.body)) }}
      onValuesChange={() => keep(step, 'draft')}
      onFinish={() => {
        keep(step, 'waiting')
        close()
      }}
    >
      {kept?.why !== undefined && kept.why !== '' && <p className="wrong">{kept.why}</p>}
      <StepChoice steps={steps} step={step} change={change} />
      <Form.Item name="on" label={says.on}>
        <DayChoice />
      </Form.Item>
      <StepFields asks={step.asks} isPhone />
      <Form.Item name="says" label={says.says} rules={[noNumber]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} showCount placeholder={says.hint} />
      </Form.Item>
      <VisitPictures pictures={pictures} show={show} />
      <FormEnd
        isKept={isKept}
        drop={() => {
          queue.drop(key)
          close()
        }}
      />
    </Form>
  )
}

interface StepChoiceProps {
  readonly steps: readonly RecordStep[]
  readonly step: RecordStep
  readonly change: (name: string) => void
}

/** A visit, or a persuasion as well: each asks something of its own. */
function StepChoice({ steps, step, change }: StepChoiceProps): ReactNode {
  if (steps.length < 2) return null
  return (
    <Form.Item label={says.what}>
      <Radio.Group
        className="visit-choices"
        optionType="button"
        value={step.step}
        options={steps.map(({ step: value, title }) => ({ value, label: title }))}
        onChange={({ target }) => change(String(target.value))}
      />
    </Form.Item>
  )
}

/** Send, or throw away what is kept. */
export function FormEnd({ isKept, drop }: { isKept: boolean; drop: () => void }): ReactNode {
  return (
    <>
      <div className="visit-form-end">
        <Button type="primary" htmlType="submit">
          {says.send}
        </Button>
        <Popconfirm title={says.dropAsk} disabled={!isKept} onConfirm={drop}>
          <Button disabled={!isKept}>{says.drop}</Button>
        </Popconfirm>
      </div>
      {isKept && <p className="muted">{says.kept}</p>}
    </>
  )
}

/** A record of the case that is not finished, or was not taken. */
function openVisit(queue: VisitQueue, county: string, id: string): KeptCaseVisit | undefined {
  const ofCases = queue.view().visits.filter(isOfCase)
  return ofCases.find((one) => one.county === county && one.case === id && !one.isTried)
}

interface Place {
  readonly key: string
  readonly county: string
  readonly id: string
  readonly state: KeptState
}

function visitOf(
  step: RecordStep,
  draft: StepDraft,
  { key, county, id, state }: Place,
): Omit<KeptCaseVisit, 'pictures'> {
  const body = bodyOfStep({ ...step, exits: [], proof: '' }, draft)
  const at = new Date().toISOString()
  return { key, county, case: id, title: step.title, line: step.line, body, state, why: '', isTried: false, at }
}

/** What is typed stays on the machine for a while: no identity number among it. */
export const noNumber = {
  validator: async (_: unknown, text: string | undefined) => {
    if (/\d{15}/.test(text ?? '')) throw new Error(says.number)
  },
}

/** Today and yesterday under the thumb; another day from the calendar. */
export function DayChoice({ value, onChange }: { value?: string; onChange?: (day: string) => void }): ReactNode {
  const today = dayOf(new Date())
  const yesterday = dayBefore(today)
  const [isOther, setOther] = useState(value !== today && value !== yesterday)
  const options = [
    { value: today, label: says.today },
    { value: yesterday, label: says.yesterday },
    { value: 'other', label: says.otherDay },
  ]
  const pick = (day: string) => {
    setOther(day === 'other')
    if (day !== 'other') onChange?.(day)
  }
  return (
    <>
      <Radio.Group
        className="visit-choices visit-days"
        optionType="button"
        value={isOther ? 'other' : value}
        options={options}
        onChange={({ target }) => pick(String(target.value))}
      />
      {isOther && <DateField value={value} onChange={(day) => onChange?.(day)} />}
    </>
  )
}
