import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { casesKey, casesPath } from './case-queries.ts'
import { bodyOfChild, type ChildDraft } from './child-draft.ts'
import { caseMessages } from './messages.ts'
import { ReportFields } from './report-fields.tsx'
import { useUnitChoices } from './unit-choices.ts'
import { useOwnUnit } from './use-own-unit.ts'

const says = caseMessages.report

interface ReportProps {
  readonly county: string
  readonly close: () => void
}

/** Somebody knows of a child that is not at school: what is known is written down, and the case opens. */
export function ReportDialog({ county, close }: ReportProps): ReactNode {
  const [form] = Form.useForm<ChildDraft>()
  const navigate = useNavigate()
  const { schools, townships, error, refetch } = useUnitChoices(county)
  const open = useChange<{ case: string }>(casesKey)
  const { ownSchool, ownTownship } = useOwnUnit(form, { schools, townships })
  return (
    <FormDialog<ChildDraft>
      title={says.title}
      hint={says.hint}
      okText={says.ok}
      width={760}
      form={form}
      busy={open.isPending}
      initial={{ groups: [] }}
      submit={(draft) =>
        open.mutate(
          { path: casesPath(county), body: bodyOfChild(draft), done: says.done },
          {
            onSuccess: ({ case: id }) => {
              close()
              void navigate({ to: '/enrolment/cases/$county/$case', params: { county, case: id } })
            },
          },
        )
      }
      close={close}
    >
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      <ReportFields
        form={form}
        schools={schools}
        townships={townships}
        isSchool={ownSchool !== undefined}
        isTownship={ownTownship !== undefined}
      />
    </FormDialog>
  )
}
