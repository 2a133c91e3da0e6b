import type { InputList, InputView, Subject } from '@eduduty/core/evaluation'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { splitFigureId, subjectLabel } from '../../platform/run/run-index.ts'
import { addDecimals } from './decimals.ts'
import type { DraftEntry } from './draft.ts'
import { entryOfInput } from './input-table.tsx'
import { whatIfMessages as says } from './messages.ts'
import { subjectsOf } from './use-target.ts'
import { inputsQuery } from './what-if-queries.ts'

interface Move {
  readonly column: string
  readonly to: string
  readonly amount: string
}

/** Pupils, teachers or rooms go from one unit to another: two assumptions at once. */
export function MoveDialog(props: {
  readonly list: InputList
  /** What of an input is assumed already goes on from there. */
  readonly assumedText: (entry: DraftEntry) => string | undefined
  readonly onMove: (entries: readonly DraftEntry[]) => void
  readonly close: () => void
}): ReactNode {
  const { list } = props
  const { id: run, index } = useCurrentRun()
  const client = useQueryClient()
  const [form] = Form.useForm<Move>()
  const [busy, setBusy] = useState(false)
  const from = splitFigureId(list.figure)
  const node = index.nodes.get(from.node)
  const others = (node === undefined ? [] : subjectsOf(index.assessment.subjects, node)).filter(
    ({ id }) => id !== from.subject,
  )
  const movable = movableInputs(list)
  const submit = async ({ column, to, amount }: Move): Promise<void> => {
    setBusy(true)
    try {
      const own = movable.find((input) => nameOf(input) === column)
      const theirs = movableInputs(await client.fetchQuery(inputsQuery(run, `${from.node}@${to}`))).find(
        (input) => nameOf(input) === column,
      )
      if (own === undefined || theirs === undefined) {
        form.setFields([{ name: 'to', errors: [says.moveFailed] }])
        return
      }
      const [less, more] = [moved(own, `-${amount}`, props.assumedText), moved(theirs, amount, props.assumedText)]
      if (less.assumption.text.startsWith('-')) {
        form.setFields([
          { name: 'amount', errors: [says.moveTooMuch(props.assumedText(entryOfInput(own)) ?? own.text)] },
        ])
        return
      }
      props.onMove([less, more])
      props.close()
    } finally {
      setBusy(false)
    }
  }
  return (
    <FormDialog<Move>
      title={says.moveTitle}
      okText={says.moveOk}
      busy={busy}
      form={form}
      initial={movable[0] === undefined ? {} : { column: nameOf(movable[0]) }}
      submit={(values) => void submit(values)}
      close={props.close}
    >
      <MoveFields list={list} movable={movable} others={others} />
    </FormDialog>
  )
}

const nameOf = ({ register, column }: InputView): string => `${register} ${column}`

const positive = { pattern: /^(?!0+(\.0+)?$)\d+(\.\d+)?$/, message: says.moveRule, required: true }

function MoveFields(props: {
  readonly list: InputList
  readonly movable: readonly InputView[]
  readonly others: readonly Subject[]
}): ReactNode {
  return (
    <>
      <Form.Item name="column" label={says.moveItem} rules={[{ required: true }]}>
        <Select
          options={props.movable.map((input) => ({
            value: nameOf(input),
            label: `${input.title}（${says.now} ${input.text}${input.unit ?? ''}）`,
          }))}
        />
      </Form.Item>
      <Form.Item label={says.moveFrom}>{props.list.subject}</Form.Item>
      <Form.Item name="to" label={says.moveTo} rules={[{ required: true, message: says.chooseSubject }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={says.chooseSubject}
          options={props.others.map((one) => ({ value: one.id, label: subjectLabel(one) }))}
        />
      </Form.Item>
      <Form.Item name="amount" label={says.moveAmount} rules={[positive]}>
        <Input inputMode="decimal" />
      </Form.Item>
    </>
  )
}

/** Numbers that are there, where the figure stands on one row of their register: else nobody knows whose is meant. */
export function movableInputs(list: InputList): readonly InputView[] {
  const once = ({ register, column }: InputView): boolean =>
    list.inputs.filter((one) => one.register === register && one.column === column).length === 1
  return list.inputs.filter(
    (input) => input.type === 'number' && input.text !== '' && Object.keys(input.key).length > 0 && once(input),
  )
}

function moved(input: InputView, amount: string, assumedText: (entry: DraftEntry) => string | undefined): DraftEntry {
  const entry = entryOfInput(input)
  const now = assumedText(entry) ?? input.text
  return { ...entry, assumption: { ...entry.assumption, text: addDecimals(now, amount) } }
}
