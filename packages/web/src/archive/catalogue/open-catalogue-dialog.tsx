import type { Catalogue } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { atFields } from '../../platform/form/at-fields.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useMay } from '../../platform/session/session-context.tsx'
import { archiveKey, packsQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.opening

interface Values {
  readonly county: string
  readonly pack: string
  readonly year: number
  readonly title: string
}

/** Begins a catalogue: of which county, grown from which pack, for which year. */
export function OpenCatalogueDialog(props: { close: () => void; opened: (one: Catalogue) => void }): ReactNode {
  const [form] = Form.useForm<Values>()
  const { data: reach } = useQuery(unitTreeQuery())
  const { data: packs } = useQuery(packsQuery(useMay()('packs.approve')))
  const open = useChange<Catalogue>(archiveKey)
  if (reach === undefined || packs === undefined) return null
  const name = (): void => {
    const { pack, year } = form.getFieldsValue()
    const title = packs.find(({ id }) => id === pack)?.title
    if (title !== undefined && year !== null) form.setFieldsValue({ title: says.nameOf(year, title) })
  }
  return (
    <FormDialog<Values>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      form={form}
      busy={open.isPending}
      initial={{ county: reach.county, year: new Date().getFullYear() }}
      submit={(body) =>
        open.mutate(
          {
            path: '/archive/catalogues',
            body,
            done: ({ title }) => says.done(title),
            at: atFields(form, { 'archive.catalogue_exists': 'year', 'archive.pack_asks_nothing': 'pack' }),
          },
          { onSuccess: props.opened },
        )
      }
      close={props.close}
    >
      <Form.Item name="county" label={says.county} hidden={reach.counties.length < 2} rules={[{ required: true }]}>
        <Select options={reach.counties.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="pack" label={says.pack} rules={[{ required: true, message: says.packRule }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={packs.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={name}
        />
      </Form.Item>
      <Form.Item name="year" label={says.year} rules={[{ required: true, message: says.yearRule }]}>
        <InputNumber min={2000} max={2999} precision={0} onChange={name} />
      </Form.Item>
      <Form.Item name="title" label={says.name} rules={[{ required: true, whitespace: true, message: says.nameRule }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
