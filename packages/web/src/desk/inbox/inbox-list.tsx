import { type DoneList, type Inbox, type InboxItem, type InboxTab, isOverdue } from '@eduduty/core/desk'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { beginActing } from '../../platform/session/acting-for.ts'
import { useSession } from '../../platform/session/session-context.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { inboxMessages as says } from '../inbox-messages.ts'
import { addressOf, doneQuery, inboxKey, inboxQuery } from '../inbox-queries.ts'
import { type DeskSearch, subjects, tabs } from '../inbox-search.ts'
import { ApproveSeveral } from './approve-several.tsx'
import { areOfUnit, filterInbox, isFiltered } from './filter-inbox.ts'
import { AcceptAll, SeeAll } from './inbox-batch.tsx'
import { inboxColumns } from './inbox-columns.tsx'

const route = getRouteApi('/shell/plain/desk')

/** One list for what waits, what is late, what one has begun, what one is told and what one has done. */
export function InboxList(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const tab = search.tab ?? 'waiting'
  const inbox = useQuery(inboxQuery())
  const done = useQuery({ ...doneQuery(), enabled: tab === 'done' })
  const { error, refetch } = tab === 'done' ? done : inbox
  const items = itemsOf(tab, inbox.data, done.data)
  const change = (part: DeskSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const shown = filterInbox(items ?? [], search)
  return (
    <div className="inbox-list">
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => change({ tab: tabs.find((one) => one === key), due: undefined })}
        items={tabs.map((key) => ({ key, label: says.withCount(says.tabs[key], countOf(key, inbox.data)) }))}
      />
      <div className="filters">
        <TextFilter label={says.filter.text} text={search.text} onText={(text) => change({ text })} />
        <ChoiceFilter
          label={says.filter.subject}
          value={search.subject}
          options={subjects.map((value) => ({ value, label: says.subjects[value] }))}
          pick={(value) => change({ subject: subjects.find((one) => one === value) })}
        />
        {search.due !== undefined && (
          <button type="button" className="link" onClick={() => change({ due: undefined })}>
            {says.filter.due(search.due)} · {says.filter.all}
          </button>
        )}
        {tab === 'waiting' && <AcceptAll items={shown} />}
        {tab === 'waiting' && <ApproveSeveral items={shown} />}
        {tab === 'copied' && <SeeAll items={shown} />}
        <span className="filters-end muted">{items !== undefined && says.count(shown.length)}</span>
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && (items === undefined || inbox.data === undefined) && <Loading />}
      {error === null && items !== undefined && inbox.data !== undefined && (
        <Items tab={tab} inbox={inbox.data} items={items} shown={shown} search={search} />
      )}
    </div>
  )
}

function itemsOf(
  tab: InboxTab,
  inbox: Inbox | undefined,
  done: DoneList | undefined,
): readonly InboxItem[] | undefined {
  if (tab === 'done') return done?.items
  if (tab === 'overdue') return inbox?.waiting.filter((item) => isOverdue(item, inbox.today))
  return inbox?.[tab]
}

function countOf(tab: InboxTab, inbox: Inbox | undefined): number {
  if (inbox === undefined || tab === 'done') return 0
  return tab === 'begun' ? inbox.begun.length : inbox.counts[tab]
}

interface ItemsProps {
  readonly tab: InboxTab
  readonly inbox: Inbox
  readonly items: readonly InboxItem[]
  readonly shown: readonly InboxItem[]
  readonly search: DeskSearch
}

function Items({ tab, inbox, items, shown, search }: ItemsProps): ReactNode {
  const { history } = useRouter()
  const seen = useChange<null>(inboxKey)
  const { person } = useSession()
  const [title, advice] = says.empty[tab]
  return (
    <PrintSheet head={says.tabs[tab]}>
      {inbox.is_cut && <p className="note">{says.cut}</p>}
      <LedgerTable
        label={says.tabs[tab]}
        rows={shown}
        columns={inboxColumns(tab, inbox.today, areOfUnit(items, person.unit_name))}
        rowKey={(item) => item.key}
        onOpen={(item) => {
          const address = addressOf(item)
          if (item.may_see) seen.mutate({ path: '/desk/inbox/seen', body: { keys: [item.key] } })
          if (address === undefined) return
          if (item.acting_for === undefined) history.push(address)
          else beginActing(item.acting_for.delegation, address)
        }}
        height="calc(100vh - 230px)"
        empty={
          isFiltered(search) && items.length > 0 ? (
            <EmptyState title={says.emptyFiltered} advice={says.emptyFilteredAdvice} />
          ) : (
            <EmptyState title={title} advice={advice} />
          )
        }
      />
    </PrintSheet>
  )
}
