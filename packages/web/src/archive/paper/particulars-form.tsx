import {
  type PaperView,
  type Particulars,
  PersonalClass,
  paperKindTitles,
  personalClassTitles,
  Retention,
  retentionTitles,
  Secrecy,
  secrecyTitles,
} from '@eduduty/core/archive'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { archiveKey, paperPath } from '../archive-queries.ts'
import { paperKinds } from '../archive-search.ts'
import { archiveMessages } from '../messages.ts'
import { offers } from '../offers.ts'
import { ParticularsFacts } from './particulars-facts.tsx'

const says = archiveMessages.particulars

const personalClasses = PersonalClass.anyOf.map((one) => one.const)
const secrecies = Secrecy.anyOf.map((one) => one.const)

/** What people write about a paper; read first, and changed by whoever may. */
export function ParticularsForm({ view }: { view: PaperView }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const mayDescribe = offers(view.deeds, 'describe')
  return (
    <section className="panel-section">
      <h3 title={says.term}>{says.title}</h3>
      {isOpen ? (
        <Fields view={view} close={() => setOpen(false)} />
      ) : (
        <>
          <ParticularsFacts particulars={view.particulars} />
          {mayDescribe && (
            <Button size="small" className="archive-below" onClick={() => setOpen(true)}>
              {says.change}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Fields({ view, close }: { view: PaperView; close: () => void }): ReactNode {
  const [form] = Form.useForm<Particulars>()
  const change = useChange(archiveKey)
  const { county, paper } = view.row
  const submit = (values: Particulars): void =>
    change.mutate(
      { path: `${paperPath(county, paper)}/particulars`, body: withoutBlanks(values), done: says.done },
      { onSuccess: close },
    )
  return (
    <Form<Particulars>
      form={form}
      layout="vertical"
      className="archive-particulars"
      initialValues={view.particulars}
      onFinish={submit}
    >
      <Form.Item
        name="title"
        label={says.name}
        rules={[{ required: true, whitespace: true, message: says.nameRule }]}
        className="archive-wide"
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={says.kind}>
        <Select options={paperKinds.map((value) => ({ value, label: paperKindTitles[value] }))} />
      </Form.Item>
      <Form.Item name="document_no" label={says.documentNo}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="issuer" label={says.issuer} className="archive-wide">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="made_on" label={says.madeOn}>
        <DateField />
      </Form.Item>
      <Form.Item name="valid_until" label={says.validUntil}>
        <DateField />
      </Form.Item>
      <PrivacyFields />
      <KeepingFields />
      <Form.Item name="note" label={says.note} className="archive-wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} showCount />
      </Form.Item>
      <div className="archive-deeds archive-wide">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {says.save}
        </Button>
        <Button onClick={close}>{says.leave}</Button>
      </div>
    </Form>
  )
}

const retentions = Retention.anyOf.map((one) => one.const)

/** Where and how long it is kept: printed on labels and lists. */
function KeepingFields(): ReactNode {
  return (
    <>
      <Form.Item name="box_no" label={says.boxNo}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="retention" label={says.retention}>
        <Select allowClear options={retentions.map((value) => ({ value, label: retentionTitles[value] }))} />
      </Form.Item>
      <Form.Item name="pages" label={says.pages}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="keeper" label={says.keeper}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}

function PrivacyFields(): ReactNode {
  return (
    <>
      <Form.Item name="personal" label={says.personal}>
        <Select options={personalClasses.map((value) => ({ value, label: personalClassTitles[value] }))} />
      </Form.Item>
      <Form.Item name="is_redacted" valuePropName="checked" label={says.redactedLabel}>
        <Checkbox>{says.redacted}</Checkbox>
      </Form.Item>
      <Form.Item name="secrecy" label={says.secrecy}>
        <Select options={secrecies.map((value) => ({ value, label: secrecyTitles[value] }))} />
      </Form.Item>
    </>
  )
}

/** What was left blank is not known: it is not sent. A cleared field has nothing in it. */
export function withoutBlanks({ made_on, valid_until, retention, pages, ...rest }: Particulars): Particulars {
  return {
    ...rest,
    ...(retention !== undefined && { retention }),
    ...(pages !== undefined && pages !== null && { pages }),
    ...(made_on !== undefined && made_on !== '' && { made_on }),
    ...(valid_until !== undefined && valid_until !== '' && { valid_until }),
  }
}
