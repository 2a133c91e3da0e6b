import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { casesQuery } from '../cases/case-queries.ts'
import { ledgerRowsQuery, ledgersQuery } from '../ledgers/ledger-queries.ts'
import { careMessages } from './messages.ts'

const says = careMessages.register

/** An open case within reach, by place and masked name. */
export function CaseField({ county }: { county: string }): ReactNode {
  const { data, isPending } = useQuery(casesQuery(county, {}, undefined))
  const options = (data?.cases ?? []).map(({ case: value, name, township, school, grade }) => ({
    value,
    label: [name, township, school, grade].filter((word) => word !== '').join(' '),
  }))
  return (
    <Form.Item name="case" label={says.case} rules={[{ required: true, message: says.caseRule }]}>
      <Select
        loading={isPending}
        placeholder={says.caseHint}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
      />
    </Form.Item>
  )
}

/** A child of the ledger within reach; the server looks it up by what is typed. */
export function LedgerField({ county }: { county: string }): ReactNode {
  const [text, setText] = useState('')
  const { data: book } = useQuery(ledgersQuery(county, undefined))
  const year = book?.year
  const { data, isFetching } = useQuery({
    ...ledgerRowsQuery(county, year ?? 0, 'children', text === '' ? {} : { text }),
    enabled: year !== undefined,
  })
  const options = (data?.rows ?? []).map(({ id, name, unit, village, school }) => ({
    value: `${year} ${id}`,
    label: [name, unit, village, school].filter((word) => word !== '').join(' '),
  }))
  return (
    <Form.Item name="row" label={says.ledger} rules={[{ required: true, message: says.ledgerRule }]}>
      <Select
        loading={isFetching}
        placeholder={says.ledgerHint}
        showSearch={{ filterOption: false, onSearch: setText }}
        notFoundContent={says.ledgerNone}
        options={options}
      />
    </Form.Item>
  )
}

/** A choice of the field above, as it is sent. */
export function yearOfLedger(choice: string): { year: number; row: string } {
  const at = choice.indexOf(' ')
  return { year: Number(choice.slice(0, at)), row: choice.slice(at + 1) }
}
