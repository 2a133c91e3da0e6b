import { chinaMinute } from '@eduduty/core/calendar'
import type { PackVersionView } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import { DifferenceList } from './difference-list.tsx'
import { packMessages } from './messages.ts'
import { versionQuery } from './packs-queries.ts'

const says = packMessages.panel

/** One version: what it is, what nobody has verified in it, and what it changed. */
export function VersionPanel(props: { version: string; close: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(versionQuery(props.version))
  const title = data === undefined ? packMessages.title : says.title(data.title, data.version)
  return (
    <SidePanel title={title} close={props.close}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <>
          <Facts view={data} />
          <Unverified view={data} />
          <Before view={data} />
        </>
      )}
    </SidePanel>
  )
}

function Facts({ view }: { view: PackVersionView }): ReactNode {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [says.facts.document, view.document],
    [says.facts.issuer, view.issuer],
    [says.facts.scope, view.scope],
    [says.facts.since, view.since],
    [says.facts.until, view.until ?? ''],
    [says.facts.licence, view.licence],
    [says.facts.uses, view.uses.join('、')],
    [says.facts.id, <code key="id">{view.pack_id}</code>],
    [says.facts.hash, <code key="hash">{view.hash}</code>],
    [says.facts.installed, chinaMinute(view.installed_at)],
    [says.facts.stands, says.stands(view.periods, view.runs)],
    [says.sections, view.sections.map(({ title, count }) => says.section(title, count)).join('，')],
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Unverified({ view: { unverified_entries: entries } }: { view: PackVersionView }): ReactNode {
  return (
    <section className="panel-section">
      <h3>{says.unverified(entries.length)}</h3>
      {entries.length === 0 ? (
        <p className="muted">{says.unverifiedNone}</p>
      ) : (
        <>
          <p className="muted">{says.unverifiedHint}</p>
          <ul className="plain-list">
            {entries.map(({ section, id, title }) => (
              <li key={`${section} ${id} ${title}`}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Before({ view: { before } }: { view: PackVersionView }): ReactNode {
  return (
    <section className="panel-section">
      {before === undefined ? (
        <p className="muted">{says.first}</p>
      ) : (
        <>
          <h3>{says.changes(before.version, before.changes.length)}</h3>
          <DifferenceList changes={before.changes} />
        </>
      )}
    </section>
  )
}
