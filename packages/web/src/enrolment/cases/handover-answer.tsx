import type { HandoverAnswerBody, HandoverView } from '@eduduty/core/enrolment'
import { Button, Form, Input, Popconfirm, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { casesKey, handoverPath } from './case-queries.ts'
import { isFromElsewhere } from './from-elsewhere.ts'
import { caseMessages } from './messages.ts'
import { useUnitChoices } from './unit-choices.ts'

const says = caseMessages.handovers

type Answer = Omit<HandoverAnswerBody, 'accepts'>

/** Takes a child over, gives it back, or takes one's own offer back. */
export function HandoverAnswer({ handover }: { handover: HandoverView }): ReactNode {
  const [answering, setAnswering] = useState<'accept' | 'refuse'>()
  const change = useChange<unknown>(casesKey)
  const path = handoverPath(handover.county, handover.handover)
  return (
    <span className="case-deeds">
      {handover.may_answer && (
        <>
          <Button size="small" type="primary" onClick={() => setAnswering('accept')}>
            {says.accept}
          </Button>
          <Button size="small" onClick={() => setAnswering('refuse')}>
            {says.refuse}
          </Button>
        </>
      )}
      {handover.may_withdraw && (
        <Popconfirm
          title={says.withdrawAsk}
          onConfirm={() => change.mutate({ path: `${path}/withdrawal`, done: says.withdrawn })}
        >
          <Button size="small" loading={change.isPending}>
            {says.withdraw}
          </Button>
        </Popconfirm>
      )}
      {answering !== undefined && (
        <AnswerDialog handover={handover} accepts={answering === 'accept'} close={() => setAnswering(undefined)} />
      )}
    </span>
  )
}

interface AnswerProps {
  readonly handover: HandoverView
  readonly accepts: boolean
  readonly close: () => void
}

function AnswerDialog({ handover, accepts, close }: AnswerProps): ReactNode {
  const change = useChange<unknown>(casesKey)
  return (
    <FormDialog<Answer>
      title={accepts ? says.acceptTitle(handover.name) : says.refuseTitle(handover.name)}
      hint={accepts ? says.acceptHint : says.refuseHint}
      okText={accepts ? says.accept : says.refuse}
      busy={change.isPending}
      submit={({ says: words = '', township, school }) =>
        change.mutate(
          {
            path: `${handoverPath(handover.county, handover.handover)}/answer`,
            body: {
              accepts,
              says: words.trim(),
              ...(township !== undefined && { township }),
              ...(school !== undefined && { school }),
            },
            done: accepts ? says.accepted : says.refused,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      {accepts && isFromElsewhere(handover) && <PlaceFields county={handover.to_county} />}
      <Form.Item
        name="says"
        label={says.says}
        rules={accepts ? [] : [{ required: true, whitespace: true, message: says.saysRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} showCount />
      </Form.Item>
    </FormDialog>
  )
}

function PlaceFields({ county }: { county: string }): ReactNode {
  const { schools, townships, isPending } = useUnitChoices(county)
  return (
    <>
      <Form.Item name="township" label={says.township} rules={[{ required: true, message: says.townshipRule }]}>
        <Select loading={isPending} showSearch={{ optionFilterProp: 'label' }} options={[...townships]} />
      </Form.Item>
      <Form.Item name="school" label={says.school}>
        <Select
          allowClear
          loading={isPending}
          placeholder={says.schoolHint}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...schools]}
        />
      </Form.Item>
    </>
  )
}
