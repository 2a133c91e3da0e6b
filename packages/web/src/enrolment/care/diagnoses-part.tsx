import type { CareView, DiagnosisView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { diagnosesQuery } from './care-queries.ts'
import { childMessages } from './child-messages.ts'
import { DiagnosisDialog } from './diagnosis-dialog.tsx'
import { Section } from './section.tsx'

const says = childMessages.diagnoses

/** What experts found out: asked for only on a click, by whom the pack names; everybody else is told who that is. */
export function DiagnosesPart({ view }: { view: CareView }): ReactNode {
  const [isShown, setShown] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const { diagnosis } = view.rules
  if (diagnosis === undefined) return null
  return (
    <Section
      title={says.title}
      action={
        view.may_diagnose && (
          <>
            {!isShown && <Button onClick={() => setShown(true)}>{says.open}</Button>}
            {view.row.closed_on === undefined && <Button onClick={() => setAdding(true)}>{says.add}</Button>}
          </>
        )
      }
    >
      <p className="muted">{says.private(diagnosis.readers.join('、'))}</p>
      {isShown && view.may_diagnose && <Shown view={view} />}
      {isAdding && <DiagnosisDialog view={view} close={() => setAdding(false)} />}
    </Section>
  )
}

function Shown({ view: { row } }: { view: CareView }): ReactNode {
  const { data, error, refetch } = useQuery(diagnosesQuery(row.county, row.child))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  if (data.diagnoses.length === 0) return <p className="muted">{says.none}</p>
  return (
    <div className="screen-only">
      {data.diagnoses.map((one) => (
        <Diagnosis key={one.no} one={one} />
      ))}
    </div>
  )
}

function Diagnosis({ one }: { one: DiagnosisView }): ReactNode {
  return (
    <>
      <strong>{says.head(one.on, one.title, one.assessed_by)}</strong>
      <dl className="facts">
        {one.items.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{says.written(one.by, one.unit_name)}</p>
    </>
  )
}
