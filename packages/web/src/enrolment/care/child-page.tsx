import type { CareView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { careKey, childPath, childQuery } from './care-queries.ts'
import { ChildFacts } from './child-facts.tsx'
import { childMessages } from './child-messages.ts'
import { DiagnosesPart } from './diagnoses-part.tsx'
import { DayField } from './fields.tsx'
import { LessonsPart } from './lessons-part.tsx'
import { careMessages } from './messages.ts'
import { PlacementPart } from './placement-part.tsx'
import { PlansPart } from './plans-part.tsx'
import { VisitsPart } from './visits-part.tsx'
import '../enrolment.css'
import './care.css'

const route = getRouteApi('/shell/plain/enrolment/care/$county/$child')
const says = childMessages.close

/** One child in care: placement, lessons at home, care plan and visits; what experts found out only for whom it is. */
export function ChildPage(): ReactNode {
  const { county, child } = route.useParams()
  const { data: view, error, refetch } = useQuery(childQuery(county, child))
  if (view !== undefined && error === null) return <OneChild key={child} view={view} />
  return (
    <>
      <PlainHead title={careMessages.title} purpose={careMessages.purpose} action={<BackLink />} />
      {error === null ? <Loading /> : <ErrorState error={error} retry={() => refetch()} />}
    </>
  )
}

function BackLink(): ReactNode {
  return <Link to="/enrolment/care">{childMessages.back}</Link>
}

function OneChild({ view }: { view: CareView }): ReactNode {
  const { row } = view
  return (
    <>
      <PlainHead
        title={row.name}
        purpose={childMessages.purpose(row.township, row.school)}
        action={
          <span className="case-deeds">
            <BackLink />
            {view.may_work && <CloseButton view={view} />}
          </span>
        }
      />
      {row.held_until !== undefined && <p className="note">{childMessages.facts.former(row.held_until)}</p>}
      <PrintSheet head={careMessages.title}>
        <div className="case-columns">
          <div className="case-main">
            <PlacementPart view={view} />
            {(view.is_at_home || view.lessons.length > 0) && <LessonsPart view={view} />}
            <PlansPart view={view} />
            {view.plans.length > 0 && <VisitsPart view={view} />}
          </div>
          <div className="case-side">
            <ChildFacts view={view} />
            <DiagnosesPart view={view} />
          </div>
        </div>
      </PrintSheet>
    </>
  )
}

function CloseButton({ view: { row } }: { view: CareView }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<{ on: string; reason: string }>()
  const change = useChange<unknown>(careKey)
  const path = `${childPath(row.county, row.child)}/closing`
  return (
    <>
      <Button onClick={() => setOpen(true)}>{says.action}</Button>
      {isOpen && (
        <FormDialog<{ on: string; reason: string }>
          title={says.title}
          hint={says.hint}
          okText={says.ok}
          danger
          form={form}
          busy={change.isPending}
          submit={(body) => change.mutate({ path, body, done: says.done }, { onSuccess: () => setOpen(false) })}
          close={() => setOpen(false)}
        >
          <DayField name="on" label={says.on} />
          <ReasonField label={says.reason} />
        </FormDialog>
      )}
    </>
  )
}
