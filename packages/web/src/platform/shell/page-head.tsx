import { type ReactNode, useEffect } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'

/** Title of a page, one line saying what it is for, for which year and unit, and its one primary action. */
export function PageHead(props: { title: string; purpose: string; unit: string; action?: ReactNode }): ReactNode {
  const { county, year } = useCurrentRun().index.assessment.run
  useEffect(() => {
    document.title = `${props.title} · ${platformMessages.product}`
  }, [props.title])
  return (
    <header className="page-head">
      <div className="page-title">
        <h1>{props.title}</h1>
        <p className="muted">
          {platformMessages.pageLine({ purpose: props.purpose, county: county.name, year, unit: props.unit })}
        </p>
      </div>
      <div className="page-action">{props.action}</div>
    </header>
  )
}
