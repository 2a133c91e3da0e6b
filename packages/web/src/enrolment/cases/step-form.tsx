import { dayOf } from '@eduduty/core/calendar'
import type { CaseStepped, CaseStepView, CaseView } from '@eduduty/core/enrolment'
import { AutoComplete, Button, Form, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { newKey } from '../phone/new-key.ts'
import { oneCaseMessages } from './case-messages.ts'
import { casePath, casesKey, stepsPath } from './case-queries.ts'
import { ProofFiles } from './proof-files.tsx'
import { asksForWords, bodyOfStep, needsProof, type StepDraft } from './step-body.ts'
import { StepFields } from './step-fields.tsx'

const says = oneCaseMessages.steps

interface StepFormProps {
  readonly view: CaseView
  readonly step: CaseStepView
  readonly close: () => void
}

/** What a step asks; sent, the case is read anew with it. */
export function StepForm({ view: { row, papers }, step, close }: StepFormProps): ReactNode {
  const [form] = Form.useForm<StepDraft>()
  const change = useChange<CaseStepped>(casesKey)
  const [key] = useState(newKey)
  const isTold = asksForWords(step)
  const submit = (draft: StepDraft) =>
    change.mutate(
      {
        path: stepsPath(row.county, row.case, step),
        body: { ...bodyOfStep(step, draft), key },
        done: ({ paper }) => (paper === undefined ? says.done(step.title) : says.made(step.paper)),
      },
      { onSuccess: close },
    )
  return (
    <Form<StepDraft>
      className="case-step-form"
      form={form}
      layout="vertical"
      initialValues={{ on: dayOf(new Date()), fields: proposedOf(step) }}
      onFinish={submit}
    >
      <Form.Item name="on" label={says.on} rules={[dayRule]}>
        <DateField min={row.opened_on} />
      </Form.Item>
      <StepFields asks={step.asks} due={step.due} />
      {step.exits.length > 0 && <ExitField step={step} />}
      {needsProof(step) && <ProofField step={step} row={row} papers={papers} />}
      {step.time === '延长' && (
        <Form.Item name="amount" label={says.amount} rules={[{ required: true, message: says.amountRule }]}>
          <InputNumber min={1} max={366} precision={0} />
        </Form.Item>
      )}
      <Form.Item name="says" label={isTold ? says.more : says.says}>
        <Input.TextArea
          autoSize={{ minRows: isTold ? 1 : 2, maxRows: 8 }}
          maxLength={2000}
          showCount
          placeholder={isTold ? says.moreHint : says.saysHint}
        />
      </Form.Item>
      <span className="case-deeds">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {step.title}
        </Button>
        <Button onClick={close}>{says.cancel}</Button>
      </span>
    </Form>
  )
}

const proposedOf = ({ due }: CaseStepView): StepDraft['fields'] =>
  due?.proposed === undefined ? {} : { [due.field]: due.proposed }

const dayRule = {
  required: true,
  validator: async (_: unknown, day: string | undefined) => {
    if (day === undefined || day === '' || day > dayOf(new Date())) throw new Error(says.onRule)
  },
}

function ExitField({ step }: { step: CaseStepView }): ReactNode {
  return (
    <Form.Item name="exit" label={says.exit} rules={[{ required: true, message: says.exitRule }]}>
      <Select options={step.exits.map(({ exit, title }) => ({ value: exit, label: title }))} />
    </Form.Item>
  )
}

/** Which document: one of the case's own papers, or another by its number; and its file, where the definition wants one. */
function ProofField({ step, row, papers }: Pick<StepFormProps, 'step'> & Pick<CaseView, 'papers' | 'row'>): ReactNode {
  const exit = Form.useWatch<string | undefined>('exit')
  const way = step.exits.find((one) => one.exit === exit)
  const asked = way === undefined ? step.proof : way.proof
  const wantsFile = way === undefined ? step.proof_file : way.proof_file
  const own = papers.filter(({ number }) => number !== '')
  return (
    <>
      <Form.Item
        name="proof"
        label={says.proofField}
        {...(asked !== '' && { extra: says.proof(asked) })}
        rules={[{ required: true, whitespace: true, max: 300, message: says.proofRule }]}
      >
        <AutoComplete
          options={own.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))}
          showSearch={{ filterOption: (text, option) => option?.label.includes(text) === true }}
        />
      </Form.Item>
      <Form.Item
        name="files"
        label={says.proofFiles}
        extra={says.proofFilesHint}
        rules={[{ required: wantsFile, message: says.proofFilesRule }]}
      >
        <ProofFiles path={`${casePath(row.county, row.case)}/proofs`} />
      </Form.Item>
    </>
  )
}
