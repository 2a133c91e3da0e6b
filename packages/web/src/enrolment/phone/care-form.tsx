import { dayOf } from '@eduduty/core/calendar'
import type { CareRow, CareVisitBody } from '@eduduty/core/enrolment'
import { Button, Form, Input, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSession } from '../../platform/session/session-context.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import type { KeptPicture } from './kept-pictures.ts'
import { isOfCare, type KeptCareVisit, type KeptState } from './kept-visits.ts'
import { visitMessages } from './messages.ts'
import { newKey } from './new-key.ts'
import { usualWordOf, withUsualWord } from './usual-words.ts'
import { DayChoice, FormEnd, noNumber } from './visit-fields.tsx'
import { VisitPictures } from './visit-pictures.tsx'
import type { QueueView, VisitQueue } from './visit-queue.ts'

const says = visitMessages.careForm

interface FormProps {
  readonly county: string
  readonly child: string
  /** Undefined where the list is not there, without network. */
  readonly row: CareRow | undefined
  readonly queue: VisitQueue
  readonly view: QueueView
  readonly close: () => void
}

/** One visit to a child with a care plan, for one hand: it asks nothing of the server, so it is written without network too. */
export function CareForm({ county, child, row, queue, view, close }: FormProps): ReactNode {
  const { person } = useSession()
  const [form] = Form.useForm<CareVisitBody>()
  const [kept] = useState(() => openVisit(queue, county, child))
  const [key] = useState(() => kept?.key ?? newKey())
  const [isKept, setKept] = useState(kept !== undefined)
  const [pictures, setPictures] = useState(kept?.pictures ?? [])
  const keep = (state: KeptState, shown = pictures) => {
    queue.keep(visitOf(form.getFieldsValue(true), { key, county, child, state, pictures: shown }))
    setKept(true)
  }
  return (
    <div className="visit-form">
      <PlainHead
        title={row === undefined ? says.unnamed : says.title(row.name)}
        purpose={visitMessages.form.purpose}
        action={<Button onClick={close}>{visitMessages.form.back}</Button>}
      />
      {!view.isKept && <p className="wrong">{visitMessages.form.notKept}</p>}
      {kept !== undefined && kept.why !== '' && <p className="wrong">{kept.why}</p>}
      <Form<CareVisitBody>
        form={form}
        layout="vertical"
        initialValues={{ on: dayOf(new Date()), visitors: person.name, found: '', next: '', ...kept?.body }}
        onValuesChange={() => keep('draft')}
        onFinish={() => {
          keep('waiting')
          close()
        }}
      >
        <Fields
          choose={(word) => {
            form.setFieldValue('found', withUsualWord(form.getFieldValue('found'), word, says.usualWords))
            keep('draft')
          }}
        />
        <VisitPictures
          pictures={pictures}
          show={(shown) => {
            setPictures(shown)
            keep('draft', shown)
          }}
        />
        <FormEnd
          isKept={isKept}
          drop={() => {
            queue.drop(key)
            close()
          }}
        />
      </Form>
    </div>
  )
}

/** What is found most often stands under the thumb; it may be written on, and is chosen as long as the text begins with it. */
function Fields({ choose }: { choose: (word: string) => void }): ReactNode {
  const found = Form.useWatch<string | undefined>('found') ?? ''
  return (
    <>
      <Form.Item name="on" label={visitMessages.form.on}>
        <DayChoice />
      </Form.Item>
      <Form.Item name="visitors" label={says.visitors} rules={[{ required: true, message: says.visitorsRule }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item label={says.usual}>
        <Radio.Group
          className="visit-choices"
          optionType="button"
          options={says.usualWords.map((text) => ({ value: text, label: text }))}
          value={usualWordOf(found, says.usualWords) ?? null}
          onChange={({ target }) => choose(String(target.value))}
        />
      </Form.Item>
      <Form.Item
        name="found"
        label={says.found}
        rules={[{ required: true, whitespace: true, message: says.foundRule }, noNumber]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          showCount
          placeholder={visitMessages.form.hint}
        />
      </Form.Item>
      <Form.Item name="next" label={says.next} rules={[noNumber]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

/** A record of the child that is not finished, or was not taken. */
function openVisit(queue: VisitQueue, county: string, child: string): KeptCareVisit | undefined {
  const ofCare = queue.view().visits.filter(isOfCare)
  return ofCare.find((one) => one.county === county && one.child === child && !one.isTried)
}

interface Place {
  readonly key: string
  readonly county: string
  readonly child: string
  readonly state: KeptState
  readonly pictures: readonly KeptPicture[]
}

function visitOf(
  { on, visitors, found, next }: CareVisitBody,
  { key, county, child, state, pictures }: Place,
): KeptCareVisit {
  const at = new Date().toISOString()
  const body = { on, visitors: visitors.trim(), found: found.trim(), next: next.trim() }
  return { key, county, child, title: says.step, body, pictures, state, why: '', isTried: false, at }
}
