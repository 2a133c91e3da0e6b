import { dayAfter, dayOf } from '@eduduty/core/calendar'
import type { Outcome, TenureEntry } from '@eduduty/core/identity'
import { Form } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactNode } from 'react'
import { atFields } from '../../platform/form/at-fields.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { outcomeWord } from '../grants/appointment-actions.tsx'
import { grantMessages } from '../grants/messages.ts'
import { identityKey } from './identity-queries.ts'
import { PersonPicker, PostPicker, splitKey } from './pickers.tsx'

const says = grantMessages.tenures

/** Where a refusal stands. */
const personFaults = { 'identity.own_post': 'person', 'identity.kept_apart': 'person' }
const periodFaults = { ...personFaults, 'identity.period_invalid': 'until' }

interface Appointing {
  readonly post?: string
  readonly person: string
  readonly since: string
  readonly until?: string
  readonly reason: string
}

/** A holder of a post, or a substitute for a time. */
export function AppointDialog(props: { kind: 'holder' | 'substitute'; post?: string; close: () => void }): ReactNode {
  const { kind, close } = props
  const [form] = Form.useForm<Appointing>()
  const propose = useChange<Outcome>(identityKey)
  const substitutes = kind === 'substitute'
  const submit = ({ post = props.post ?? '', person, since, until = '', reason }: Appointing) => {
    const [county_code, post_id] = splitKey(post)
    const [, person_id] = splitKey(person)
    const body = {
      county_code,
      post_id,
      person_id,
      kind,
      since,
      reason,
      ...(until !== '' && { until: dayAfter(until) }),
    }
    const at = atFields(form, { ...periodFaults, 'identity.post_taken': props.post === undefined ? 'post' : 'since' })
    propose.mutate({ path: '/identity/tenures', body, done: outcomeWord, at }, { onSuccess: close })
  }
  return (
    <FormDialog<Appointing>
      title={substitutes ? grantMessages.actions.substitute : says.appointTitle}
      {...(substitutes && { hint: says.substituteHint })}
      okText={grantMessages.submit}
      busy={propose.isPending}
      form={form}
      initial={{ since: dayOf(new Date()) }}
      submit={submit}
      close={close}
    >
      {props.post === undefined && (
        <Form.Item name="post" label={grantMessages.post} rules={[{ required: true }]}>
          <PostPicker />
        </Form.Item>
      )}
      <Form.Item name="person" label={grantMessages.person} rules={[{ required: true }]}>
        <PersonPicker />
      </Form.Item>
      <PeriodFields endNeeded={substitutes} />
      <ReasonField label={grantMessages.reason} />
    </FormDialog>
  )
}

const dayRule = { required: true, message: grantMessages.dayRule }

/** The last day counts: it may be the first one, not earlier. */
const notBefore: Rule = ({ getFieldValue }) => ({
  validator: async (_, until?: string) => {
    const since: unknown = getFieldValue('since')
    if (until !== undefined && until !== '' && typeof since === 'string' && until < since)
      throw new Error(grantMessages.untilRule)
  },
})

export function PeriodFields({ endNeeded = false }: { endNeeded?: boolean }): ReactNode {
  const extra = endNeeded ? {} : { extra: grantMessages.untilHint }
  return (
    <div className="field-pair">
      <Form.Item name="since" label={grantMessages.since} rules={[dayRule]}>
        <DateField />
      </Form.Item>
      <Form.Item
        name="until"
        label={grantMessages.until}
        {...extra}
        dependencies={['since']}
        rules={[...(endNeeded ? [dayRule] : []), notBefore]}
      >
        <DateField />
      </Form.Item>
    </div>
  )
}

interface HandingOver {
  readonly person: string
  readonly on: string
  readonly reason: string
}

/** One tenure ends and the next begins on the same day. */
export function HandOverDialog({ tenure, close }: { tenure: TenureEntry; close: () => void }): ReactNode {
  const [form] = Form.useForm<HandingOver>()
  const change = useChange<Outcome>(identityKey)
  // Whoever holds the post holds it for a day at least.
  const today = dayOf(new Date())
  const earliest = tenure.since < today ? today : dayAfter(tenure.since)
  const submit = ({ person, on, reason }: HandingOver) => {
    const [, person_id] = splitKey(person)
    const path = `/identity/tenures/${tenure.county_code}/${tenure.tenure_id}/hand-over`
    const at = atFields(form, { ...personFaults, 'identity.period_invalid': 'on' })
    change.mutate({ path, body: { person_id, on, reason }, done: outcomeWord, at }, { onSuccess: close })
  }
  return (
    <FormDialog<HandingOver>
      title={says.handOverTitle(tenure.post_title)}
      hint={says.handOverHint}
      okText={grantMessages.submit}
      busy={change.isPending}
      form={form}
      initial={{ on: earliest }}
      submit={submit}
      close={close}
    >
      <Form.Item name="person" label={says.successor} rules={[{ required: true }]}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="on" label={says.handOverOn} rules={[dayRule]}>
        <DateField min={earliest} />
      </Form.Item>
      <ReasonField label={grantMessages.reason} />
    </FormDialog>
  )
}
