import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Select, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { BodiesTab, BodyEntry } from './bodies-tab.tsx'
import { ContactEntry, ContactsTab } from './contacts-tab.tsx'
import { CountsTab } from './counts-tab.tsx'
import { countsQuery, mechanismsQuery, meetingsQuery } from './mechanism-queries.ts'
import { type MechanismSearch, type MechanismTab, tabs } from './mechanism-search.ts'
import { MeetingEntry, MeetingsTab } from './meetings-tab.tsx'
import { mechanismMessages as says } from './messages.ts'
import { PromiseEntry, PromisesTab } from './promises-tab.tsx'
import { ProposalEntry, ProposalsTab } from './proposals-tab.tsx'
import type { TabProps } from './tab-table.tsx'
import { type Mechanisms, useMechanisms } from './use-mechanisms.ts'
import '../duties.css'

const route = getRouteApi('/shell/plain/duties/mechanisms')

/** How a government deals with education through a year: records in parts, and what they come to. */
export function MechanismsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const at = useMechanisms(search)
  const change = (part: MechanismSearch) =>
    navigate({ search: (before) => ({ ...before, record: undefined, ...part }), replace: true })
  const tab = search.tab ?? 'meetings'
  if (at === undefined)
    return (
      <>
        <PlainHead title={says.title} purpose={says.purpose} />
        <Loading />
      </>
    )
  const props = { at, record: search.record, show: (record: string | undefined) => change({ record }) }
  return (
    <>
      <PlainHead title={says.title} purpose={says.purpose} action={<Entry tab={tab} {...props} />} />
      <Tabs
        size="small"
        aria-label={says.tabsLabel}
        activeKey={tab}
        onChange={(key) => change({ tab: tabs.find((one) => one === key) })}
        items={tabs.map((key) => ({ key, label: says.tabs[key] }))}
        tabBarExtraContent={<Choices at={at} change={change} />}
      />
      {tab === 'meetings' && <Meetings {...props} />}
      {tab === 'counts' && (
        <Counts
          {...props}
          onlyOpen={search.open !== undefined}
          setOnlyOpen={(only) => change({ open: only ? 'true' : undefined })}
        />
      )}
      {tab !== 'meetings' && tab !== 'counts' && <Records tab={tab} {...props} />}
    </>
  )
}

function Choices({ at, change }: { at: Mechanisms; change: (part: MechanismSearch) => void }): ReactNode {
  return (
    <span className="duty-actions">
      {at.counties.length > 1 && (
        <Select
          size="small"
          popupMatchSelectWidth={false}
          aria-label={says.county}
          value={at.county}
          options={at.counties.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(county) => change({ county })}
        />
      )}
      <Select
        size="small"
        aria-label={says.year}
        value={at.year}
        options={at.years.map((year) => ({ value: year, label: says.yearOf(year) }))}
        onChange={(year) => change({ year: String(year) })}
      />
    </span>
  )
}

/** The one primary action of each part; nothing where the reader keeps no records. */
function Entry({ tab, at, show }: { tab: MechanismTab } & Pick<TabProps, 'at' | 'show'>): ReactNode {
  const meetings = useQuery({ ...meetingsQuery(at), enabled: tab === 'meetings' }).data
  const list = useQuery({ ...mechanismsQuery(at), enabled: tab !== 'meetings' && tab !== 'counts' }).data
  if (tab === 'meetings')
    return meetings !== undefined && meetings.units.length > 0 && <MeetingEntry list={meetings} at={at} show={show} />
  if (list === undefined || list.units.length === 0) return null
  switch (tab) {
    case 'bodies':
      return <BodyEntry list={list} at={at} show={show} />
    case 'promises':
      return <PromiseEntry list={list} at={at} show={show} />
    case 'proposals':
      return <ProposalEntry list={list} at={at} show={show} />
    case 'contacts':
      return <ContactEntry list={list} at={at} show={show} />
    case 'counts':
      return null
  }
}

function Meetings(props: TabProps): ReactNode {
  const { data, error, refetch } = useQuery(meetingsQuery(props.at))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return data === undefined ? <Loading /> : <MeetingsTab list={data} {...props} />
}

function Counts(props: TabProps & { onlyOpen: boolean; setOnlyOpen: (only: boolean) => void }): ReactNode {
  const { data, error, refetch } = useQuery(countsQuery(props.at))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return data === undefined ? <Loading /> : <CountsTab list={data} {...props} />
}

function Records({ tab, ...props }: TabProps & { tab: Exclude<MechanismTab, 'meetings' | 'counts'> }): ReactNode {
  const { data, error, refetch } = useQuery(mechanismsQuery(props.at))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  switch (tab) {
    case 'bodies':
      return <BodiesTab list={data} {...props} />
    case 'promises':
      return <PromisesTab list={data} {...props} />
    case 'proposals':
      return <ProposalsTab list={data} {...props} />
    case 'contacts':
      return <ContactsTab list={data} {...props} />
  }
}
