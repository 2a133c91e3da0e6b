import type { PackEntry } from '@eduduty/core/packs'
import { isContent } from '@eduduty/core/packs'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useDraftDesk } from './draft-context.ts'
import { rowKey } from './field-words.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.golden.form

interface Values {
  readonly title: string
  readonly year: number
  readonly register: string
  readonly of: string
  readonly subject?: Readonly<Record<string, string>>
  readonly value?: string
  readonly shown?: string
  readonly verdict?: string
  readonly score?: string
  readonly grade?: string
}

interface NamedColumn {
  readonly id: string
  readonly title: string
  readonly type: string
}

type Row = Readonly<Record<string, string>>

const expected = ['value', 'shown', 'score', 'grade'] as const
const judged = ['elements', 'indicators', 'ratings', 'sections', 'groups', 'verdict']

/** A worked example by form: some rows of one form, one item, and what must come out. */
export function GoldenDialog(props: { close: () => void }): ReactNode {
  const { draft } = useDraftDesk()
  const { entries } = draft.list
  const [form] = Form.useForm<Values>()
  const [rows, setRows] = useState<readonly Row[]>([{}])
  const register = Form.useWatch('register', form)
  const of = Form.useWatch('of', form)
  const columns = columnsOf(entries.find(({ section, id }) => section === 'registers' && id === register))
  const dimensions = dimensionsOf(entries, of)
  const submit = (values: Values) => {
    const there = entries.filter(({ section }) => section === 'golden')
    const file = there.at(-1)?.file ?? 'golden.yaml'
    const at = there.filter((entry) => entry.file === file).length
    draft.edit({
      kind: 'insert',
      file,
      path: ['golden'],
      at,
      value: goldenOf(values, factsOf(rows, columns), dimensions),
    })
    props.close()
  }
  const options = (sections: readonly string[]) =>
    entries
      .filter(({ section }) => sections.includes(section))
      .map(({ section, id, title }) => ({ value: section === 'verdict' ? 'verdict' : id, label: title }))
  return (
    <FormDialog<Values>
      title={says.title}
      okText={says.ok}
      busy={false}
      width={860}
      form={form}
      submit={submit}
      close={props.close}
    >
      <Form.Item name="title" label={says.name} extra={says.nameHelp} rules={needed}>
        <Input maxLength={120} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="year" label={says.year} rules={[{ required: true, message: draftMessages.start.required }]}>
          <InputNumber min={1990} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="register" label={says.register} rules={needed}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options(['registers'])} />
        </Form.Item>
      </div>
      {columns.length > 0 && <FactRows columns={columns} rows={rows} setRows={setRows} />}
      <Expected items={options(judged)} dimensions={dimensions} />
    </FormDialog>
  )
}

function Expected(props: {
  readonly items: readonly { readonly value: string; readonly label: string }[]
  readonly dimensions: readonly string[]
}): ReactNode {
  const { items, dimensions } = props
  return (
    <div className="two-columns">
      <Form.Item name="of" label={says.of} rules={needed}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={[...items]} />
      </Form.Item>
      {dimensions.map((id) => (
        <Form.Item key={id} name={['subject', id]} label={says.subject(id)} rules={needed}>
          <Input />
        </Form.Item>
      ))}
      {expected.map((key) => (
        <Form.Item key={key} name={key} label={says[key]}>
          <Input />
        </Form.Item>
      ))}
      <Form.Item name="verdict" label={says.verdict} extra={says.expectHelp}>
        <Select allowClear options={Object.entries(says.verdicts).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    </div>
  )
}

const needed = [{ required: true, message: draftMessages.start.required }]

function FactRows(props: {
  readonly columns: readonly NamedColumn[]
  readonly rows: readonly Row[]
  readonly setRows: (rows: readonly Row[]) => void
}): ReactNode {
  const { columns, rows, setRows } = props
  return (
    <Form.Item label={says.rows} extra={says.rowsHelp}>
      <div className="rows-box">
        <table className="rows-table">
          <thead>
            <tr>
              {columns.map(({ id, title }) => (
                <th key={id} style={{ minWidth: 110 }}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={rowKey(at)}>
                {columns.map(({ id, title }) => (
                  <td key={id}>
                    <Input
                      aria-label={title}
                      value={row[id] ?? ''}
                      onChange={({ target }) => setRows(rows.with(at, { ...row, [id]: target.value }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" onClick={() => setRows([...rows, {}])}>
        {says.addRow}
      </Button>
    </Form.Item>
  )
}

function columnsOf(register: PackEntry | undefined): readonly NamedColumn[] {
  const { columns } = register?.content ?? {}
  return (Array.isArray(columns) ? columns : []).flatMap((column: unknown) =>
    isContent(column) ? [{ id: String(column.id), title: String(column.title), type: String(column.type) }] : [],
  )
}

/** What subjects of an item are told apart by. */
function dimensionsOf(entries: readonly PackEntry[], of: string | undefined): readonly string[] {
  const item = entries.find(({ section, id }) => judged.includes(section) && id === of)
  const grain = entries.find(({ section, id }) => section === 'grains' && id === item?.content.grain)
  const { dimensions } = grain?.content ?? {}
  return Array.isArray(dimensions) ? dimensions.map(String) : []
}

/** What was filled in; of a column of yes and no the words as what they mean. */
function factsOf(rows: readonly Row[], columns: readonly NamedColumn[]): readonly Readonly<Record<string, unknown>>[] {
  const types = new Map(columns.map(({ id, type }) => [id, type]))
  const meant = (id: string, text: string): unknown =>
    types.get(id) === 'boolean' ? [says.yes, 'true'].includes(text) : text
  return rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([id, text]) => (text.trim() === '' ? [] : [[id, meant(id, text.trim())]])),
      ),
    )
    .filter((row) => Object.keys(row).length > 0)
}

function goldenOf(
  values: Values,
  rows: readonly Readonly<Record<string, unknown>>[],
  dimensions: readonly string[],
): Readonly<Record<string, unknown>> {
  const wanted = [...expected, 'verdict' as const].flatMap((key) => {
    const text = values[key]?.trim()
    return text === undefined || text === '' ? [] : [[key, text] as const]
  })
  const expect = {
    of: values.of,
    ...(dimensions.length > 0 && { subject: values.subject }),
    ...Object.fromEntries(wanted),
  }
  return { title: values.title, year: values.year, rows: { [values.register]: rows }, expect: [expect] }
}
