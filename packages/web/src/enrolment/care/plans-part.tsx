import type { CarePlanView, CareView } from '@eduduty/core/enrolment'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { CardDialog } from './card-dialog.tsx'
import { Masked } from './child-facts.tsx'
import { childMessages } from './child-messages.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { Section } from './section.tsx'

const says = childMessages.plans

/** The care plan that holds, and earlier ones. */
export function PlansPart({ view }: { view: CareView }): ReactNode {
  const [open, setOpen] = useState<'plan' | 'card'>()
  const [current, ...earlier] = view.plans
  const close = () => setOpen(undefined)
  return (
    <Section
      title={says.title}
      action={
        <>
          {current !== undefined && view.may_reveal && <Button onClick={() => setOpen('card')}>{says.card}</Button>}
          {view.may_work && (
            <Button onClick={() => setOpen('plan')}>{current === undefined ? says.action : says.change}</Button>
          )}
        </>
      }
    >
      {current === undefined ? (
        <p className="muted">
          {says.none}。{says.noneAdvice}
        </p>
      ) : (
        <Plan plan={current} view={view} />
      )}
      {earlier.length > 0 && (
        <details className="screen-only">
          <summary>{says.earlier(earlier.length)}</summary>
          {earlier.map((plan) => (
            <Plan key={plan.no} plan={plan} view={undefined} />
          ))}
        </details>
      )}
      {open === 'plan' && <PlanDialog view={view} close={close} />}
      {open === 'card' && <CardDialog view={view} close={close} />}
    </Section>
  )
}

/** `view`: of the plan that holds, whose telephone may be asked for. */
function Plan({ plan, view }: { plan: CarePlanView; view: CareView | undefined }): ReactNode {
  const { helper_phone: phone } = plan
  const lines: readonly (readonly [string, ReactNode])[] = [
    [says.kind, `${plan.title}　${plan.on}`],
    [says.carer, plan.carer],
    [says.situation, plan.situation],
    [says.needs, plan.needs],
    [says.measures, plan.measures],
    [says.helper, `${plan.helper}　${plan.helper_post}`],
    [
      says.helperPhone,
      view === undefined ? phone : <Masked key="phone" view={view} data="helper_phone" masked={phone} />,
    ],
  ]
  return (
    <dl className="facts">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
