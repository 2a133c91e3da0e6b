import type { CaseStepped } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { casesKey, casesPath, unitsQuery } from './case-queries.ts'
import { bodyOfChild, type ChildDraft } from './child-draft.ts'
import { caseMessages } from './messages.ts'
import { ReportFields } from './report-fields.tsx'
import { unitChoices } from './unit-choices.ts'

const says = caseMessages.report

/** Somebody knows of a child that is not at school: what is known is written down, and the case opens. */
export function ReportDialog({ close }: { close: () => void }): ReactNode {
  const [form] = Form.useForm<ChildDraft>()
  const navigate = useNavigate()
  const { person } = useSession()
  const { data: tree, error, refetch } = useQuery(unitsQuery())
  const open = useChange<CaseStepped>(casesKey)
  const { schools, townships, county } = unitChoices(tree)
  const own = [...schools, ...townships].find(({ label }) => label === person.unit_name)
  const [onlySchool] = schools.length === 1 ? schools : []
  const [onlyTownship] = townships.length === 1 ? townships : []
  const isSchool = schools.some((one) => one === own)
  useEffect(() => {
    const school = isSchool ? own : onlySchool
    const township = isSchool ? onlyTownship : (own ?? onlyTownship)
    // What came late does not write over what was chosen meanwhile.
    const given = form.getFieldsValue(['school', 'township'])
    if (school !== undefined && given.school === undefined) form.setFieldValue('school', school.value)
    if (township !== undefined && given.township === undefined) form.setFieldValue('township', township.value)
  }, [form, own, isSchool, onlySchool, onlyTownship])
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
      <ReportFields form={form} schools={schools} townships={townships} isSchool={isSchool} />
    </FormDialog>
  )
}
