import { useNavigate } from '@tanstack/react-router'
import { Form, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { bodyOfChild, type ChildDraft } from '../cases/child-draft.ts'
import { caseMessages } from '../cases/messages.ts'
import { ChildFields, PlaceFields } from '../cases/report-fields.tsx'
import { type UnitChoice, useUnitChoices } from '../cases/unit-choices.ts'
import { useOwnUnit } from '../cases/use-own-unit.ts'
import { careKey, carePath } from './care-queries.ts'
import { careMessages } from './messages.ts'
import { CaseField, LedgerField, yearOfLedger } from './source-fields.tsx'

const says = careMessages.register
const sources = ['person', 'case', 'ledger'] as const

interface RegisterDraft extends ChildDraft {
  readonly from?: (typeof sources)[number]
  readonly case?: string
  readonly row?: string
}

/** A child to be cared for: written down, or brought along from its case or from the ledger of children. */
export function RegisterDialog({ county, close }: { county: string; close: () => void }): ReactNode {
  const [form] = Form.useForm<RegisterDraft>()
  const from = Form.useWatch('from', form) ?? 'person'
  const navigate = useNavigate()
  const { schools, townships } = useUnitChoices(county)
  const open = useChange<{ child: string }>(careKey)
  const { ownSchool, ownTownship } = useOwnUnit(form, { schools, townships })
  return (
    <FormDialog<RegisterDraft>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      width={760}
      form={form}
      busy={open.isPending}
      initial={{ from: 'person', groups: [] }}
      submit={(draft) =>
        open.mutate(
          { path: carePath(county), body: bodyOfDraft(draft), done: says.done },
          {
            onSuccess: ({ child }) => {
              close()
              void navigate({ to: '/enrolment/care/$county/$child', params: { county, child } })
            },
          },
        )
      }
      close={close}
    >
      <Form.Item name="from" label={says.from}>
        <Radio.Group options={sources.map((value) => ({ value, label: says.sources[value] }))} />
      </Form.Item>
      {from === 'case' && <CaseField county={county} />}
      {from === 'ledger' && <LedgerField county={county} />}
      {from === 'ledger' && <SchoolField schools={schools} />}
      {from === 'person' && (
        <div className="case-pair">
          <ChildFields form={form} />
          <PlaceFields
            schools={schools}
            townships={townships}
            isSchool={ownSchool !== undefined}
            isTownship={ownTownship !== undefined}
          />
        </div>
      )}
      {from !== 'case' && <GroupsField />}
    </FormDialog>
  )
}

function SchoolField({ schools }: { schools: readonly UnitChoice[] }): ReactNode {
  return (
    <Form.Item name="school" label={says.school}>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...schools]} />
    </Form.Item>
  )
}

function GroupsField(): ReactNode {
  return (
    <Form.Item name="groups" label={says.groups}>
      <Select mode="multiple" options={caseMessages.report.groupChoices.map((value) => ({ value, label: value }))} />
    </Form.Item>
  )
}

function bodyOfDraft({ from = 'person', case: id, row = '', ...child }: RegisterDraft): object {
  const { school, groups = [] } = child
  switch (from) {
    case 'case':
      return { from, case: id }
    case 'ledger':
      return { from, ...yearOfLedger(row), groups, ...(school !== undefined && { school }) }
    case 'person':
      return { from, ...bodyOfChild(child) }
  }
}
