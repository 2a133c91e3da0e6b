import { type ReactNode, useEffect } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useCurrentRun } from '../run/current-run.tsx'

interface Head {
  readonly title: string
  readonly purpose: string
  readonly action?: ReactNode
}

/** Title of a page, one line saying what it is for, and its one primary action. */
export function PlainHead(props: Head): ReactNode {
  useEffect(() => {
    document.title = `${props.title} · ${platformMessages.product}`
  }, [props.title])
  return (
    <header className="page-head">
      <div className="page-title">
        <h1>{props.title}</h1>
        <p className="muted">{props.purpose}</p>
      </div>
      <div className="page-action">{props.action}</div>
    </header>
  )
}

/** The same for a page on an evaluation: the line also says for which county, year and unit. */
export function PageHead(props: Head & { readonly unit: string }): ReactNode {
  const { county, year } = useCurrentRun().index.assessment.run
  const { unit, purpose, ...head } = props
  return <PlainHead {...head} purpose={platformMessages.pageLine({ purpose, county: county.name, year, unit })} />
}
