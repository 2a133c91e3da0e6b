import { chinaMinute } from '@eduduty/core/calendar'
import type { LiveAnswer } from '@eduduty/core/evaluation'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { ChangeTable } from '../../platform/trace/change-table.tsx'
import './live.css'
import { liveMessages as says } from './messages.ts'
import { type Live, useLive } from './use-live.ts'

const route = getRouteApi('/shell/plain/evaluation/live/$county/$period')

/** What the data collected so far come to, following every change. */
export function LivePage(): ReactNode {
  const { county, period } = route.useParams()
  const live = useLive(county, period)
  const { answer, error } = live
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={
          <Link to="/collection/periods/$county/$period" params={{ county, period }}>
            {says.toPeriod}
          </Link>
        }
      />
      <StatusLine live={live} />
      {answer === undefined ? (
        error === undefined ? (
          <Loading label={says.loading} />
        ) : (
          <ErrorState error={error} />
        )
      ) : (
        <div className="live">
          <Lights answer={answer} />
          <Feed live={live} />
        </div>
      )}
    </>
  )
}

function StatusLine({ live }: { live: Live }): ReactNode {
  const { answer, error, isPaused, goOn } = live
  if (isPaused)
    return (
      <p className="note">
        {says.paused}{' '}
        <Button size="small" onClick={goOn}>
          {says.goOn}
        </Button>
      </p>
    )
  if (answer === undefined) return null
  return (
    <p className={error === undefined ? 'muted' : 'wrong'} aria-live="polite">
      {error === undefined ? `${says.following} · ${says.at(chinaMinute(answer.at))}` : says.broken}
    </p>
  )
}

function Lights({ answer }: { answer: LiveAnswer }): ReactNode {
  return (
    <section aria-label={says.items}>
      <h2>
        {answer.verdict.title} <Light state={answer.verdict.state} />
      </h2>
      {answer.sections.map((section) => (
        <table key={section.id} className="plain live-items">
          <tbody>
            <tr className="plain-group">
              <th>{section.title}</th>
              <th>
                <Light state={section.state} />
              </th>
            </tr>
            {section.items.map((item) => (
              <tr key={item.indicator}>
                <td>{item.title}</td>
                <td>
                  <Light state={item.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}

function Feed({ live }: { live: Live }): ReactNode {
  return (
    <section aria-label={says.feed}>
      <h2>{says.feed}</h2>
      {live.isMissing && <p className="note">{says.missed}</p>}
      {live.feed.length === 0 ? (
        <p className="muted">{says.noFeed}</p>
      ) : (
        <ChangeTable
          rows={live.feed.map(({ key, at, change }) => ({ key, at: chinaMinute(at).slice(-5), change }))}
          columns={says.columns}
        />
      )}
    </section>
  )
}
