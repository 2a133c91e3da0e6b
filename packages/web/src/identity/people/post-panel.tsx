import { dayOf } from '@eduduty/core/calendar'
import { isInForce, type PostEntry, type TenureEntry } from '@eduduty/core/identity'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { AppointmentActions } from '../grants/appointment-actions.tsx'
import { AppointmentState } from '../grants/appointment-state.tsx'
import { tenureSummary } from '../grants/appointment-summary.tsx'
import { grantMessages } from '../grants/messages.ts'
import { postsQuery, tenuresQuery } from './identity-queries.ts'
import { peopleMessages } from './messages.ts'
import { splitKey } from './pickers.tsx'
import { tenurePath } from './record-tab.tsx'
import { AppointDialog, HandOverDialog } from './tenure-dialogs.tsx'

const says = grantMessages.tenures

/** One post: who has had it, and how to give it to somebody else. */
export function PostPanel(props: { post: string; close: () => void }): ReactNode {
  const [, post] = splitKey(props.post)
  const tenures = useQuery(tenuresQuery({ post, size: '200' }))
  const found = useQuery(postsQuery({ post })).data?.rows[0]
  const title = found === undefined ? says.posts.title : `${found.title}　${found.unit_name}`
  return (
    <SidePanel close={props.close} title={title} width={760}>
      {tenures.error !== null ? (
        <ErrorState error={tenures.error} retry={() => tenures.refetch()} />
      ) : tenures.data === undefined ? (
        <Loading />
      ) : (
        <>
          {found !== undefined && <PostFacts post={found} />}
          <Content tenures={tenures.data.rows} post={props.post} />
        </>
      )}
    </SidePanel>
  )
}

function PostFacts({ post }: { post: PostEntry }): ReactNode {
  const facts = [
    [says.posts.holder, post.holder || says.posts.vacant],
    [says.posts.substitutes, post.substitutes.join('、')],
    [says.posts.roles, post.roles.join('、')],
  ]
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value !== '' && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

type Action = 'appoint' | 'handOver' | 'substitute'

function Content({ tenures, post }: { tenures: readonly TenureEntry[]; post: string }): ReactNode {
  const may = useMay()
  const [open, setOpen] = useState<Action>()
  const close = () => setOpen(undefined)
  const holders = tenures.filter((one) => one.kind === 'holder' && one.may_end)
  const today = dayOf(new Date())
  const holder =
    holders.find(({ since, until }) => isInForce({ since, until: until ?? undefined }, today)) ?? holders[0]
  const offered: readonly Action[] = holder === undefined ? ['appoint', 'substitute'] : ['handOver', 'substitute']
  return (
    <>
      {may('identity.grants_propose') && (
        <p className="panel-actions">
          {offered.map((action) => (
            <Button key={action} size="small" onClick={() => setOpen(action)}>
              {grantMessages.actions[action]}
            </Button>
          ))}
        </p>
      )}
      <h3>{says.history}</h3>
      {tenures.length === 0 && <p className="muted">{says.noHistory}</p>}
      <table className="plain">
        <tbody>
          {tenures.map((row) => (
            <tr key={row.tenure_id}>
              <td>
                {row.person_name}
                <div className="muted">
                  {row.replaces === '' ? grantMessages.kinds[row.kind] : says.records.replaces(row.replaces)}
                </div>
              </td>
              <td>
                {peopleMessages.period(row.since, row.until)}
                <div className="muted">{row.reason}</div>
              </td>
              <td>
                <AppointmentState entry={row} />
                {row.decision_reason !== '' && <div className="muted">{row.decision_reason}</div>}
              </td>
              <td>
                <AppointmentActions
                  entry={row}
                  summary={tenureSummary(row)}
                  path={tenurePath(row)}
                  endWord={grantMessages.actions.end}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open === 'handOver' && holder !== undefined && <HandOverDialog tenure={holder} close={close} />}
      {open === 'appoint' && <AppointDialog kind="holder" post={post} close={close} />}
      {open === 'substitute' && <AppointDialog kind="substitute" post={post} close={close} />}
    </>
  )
}
