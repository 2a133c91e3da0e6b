import type { CaseView, HandoverBody } from '@eduduty/core/enrolment'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { casePath, casesKey } from './case-queries.ts'
import { caseMessages } from './messages.ts'
import { useUnitChoices } from './unit-choices.ts'

const says = caseMessages.handovers

interface Draft extends HandoverBody {
  readonly target: 'school' | 'township' | 'county'
}

/** Offers the child to another school of the county, to another township where no school has it, or to another county. */
export function HandoverDialog({ view: { row }, close }: { view: CaseView; close: () => void }): ReactNode {
  const [form] = Form.useForm<Draft>()
  const change = useChange<unknown>(casesKey)
  const hasSchool = row.school !== ''
  const first = hasSchool ? 'school' : 'township'
  const target = Form.useWatch('target', form) ?? first
  return (
    <FormDialog<Draft>
      title={says.offerTitle(row.name)}
      hint={says.offerHint}
      okText={says.offerOk}
      form={form}
      busy={change.isPending}
      initial={{ target: first }}
      submit={({ county, school, township, reason }) =>
        change.mutate(
          {
            path: `${casePath(row.county, row.case)}/handovers`,
            body: {
              reason,
              ...(target === 'county' && county !== undefined && { county }),
              ...(target === 'school' && school !== undefined && { school }),
              ...(target === 'township' && township !== undefined && { township }),
            },
            done: says.offered_,
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Form.Item name="target" label={says.target}>
        <Radio.Group
          options={[
            ...(hasSchool ? [] : [{ value: 'township', label: says.otherTownship }]),
            { value: 'school', label: says.sameCounty },
            { value: 'county', label: says.otherCounty },
          ]}
        />
      </Form.Item>
      {target === 'school' && <SchoolField county={row.county} own={row.school} />}
      {target === 'township' && <TownshipField county={row.county} own={row.township} />}
      {target === 'county' && <CountyField county={row.county} />}
      <Form.Item
        name="reason"
        label={says.reason}
        rules={[{ required: true, whitespace: true, min: 2, max: 1000, message: says.reasonRule }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  )
}

function SchoolField({ county, own }: { county: string; own: string }): ReactNode {
  const { schools, isPending } = useUnitChoices(county)
  const others = schools.filter(({ label }) => label !== own)
  return (
    <Form.Item name="school" label={says.toSchool} rules={[{ required: true, message: says.toSchoolRule }]}>
      <Select loading={isPending} showSearch={{ optionFilterProp: 'label' }} options={others} />
    </Form.Item>
  )
}

function TownshipField({ county, own }: { county: string; own: string }): ReactNode {
  const { townships, isPending } = useUnitChoices(county)
  const others = townships.filter(({ label }) => label !== own)
  return (
    <Form.Item name="township" label={says.toTownship} rules={[{ required: true, message: says.toTownshipRule }]}>
      <Select loading={isPending} showSearch={{ optionFilterProp: 'label' }} options={others} />
    </Form.Item>
  )
}

function CountyField({ county }: { county: string }): ReactNode {
  const { counties, isPending } = useUnitChoices(county)
  const hasNone = !isPending && counties.length === 0
  return (
    <Form.Item
      name="county"
      label={says.county}
      rules={[{ required: true, message: says.countyRule }]}
      {...(hasNone && { extra: says.noCounty })}
    >
      <Select
        loading={isPending}
        disabled={hasNone}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...counties]}
      />
    </Form.Item>
  )
}
