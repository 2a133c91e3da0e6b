import type { DraftView } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DifferencesTab } from './differences-tab.tsx'
import { DraftActions } from './draft-actions.tsx'
import { DraftContext, type DraftDesk } from './draft-context.ts'
import { checkQuery, type DraftPlace, draftQuery } from './draft-queries.ts'
import { type DraftSearch, draftTabs } from './draft-search.ts'
import { EntryTab } from './entry-tab.tsx'
import { GoldenTab } from './golden-tab.tsx'
import { locateAll } from './located.ts'
import { draftMessages } from './messages.ts'
import { ProblemBar } from './problem-bar.tsx'
import { SourceTab } from './source-tab.tsx'
import { useDraft } from './use-draft.ts'
import './drafts.css'

const says = draftMessages.page
const route = getRouteApi('/shell/plain/packs/drafts/$county/$draft')

/** A version of a pack in the making: by form, as text, with its worked examples and what it changes. */
export function DraftPage(): ReactNode {
  const place = route.useParams()
  const { data, error, refetch } = useQuery(draftQuery(place))
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  return <Editor key={data.draft_id} place={place} view={data} />
}

function Editor({ place, view }: { place: DraftPlace; view: DraftView }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const draft = useDraft(place, view)
  const check = useQuery(checkQuery(place, draft.saved.revision))
  const { revision, files } = draft.saved
  const isCurrent = check.data?.revision === revision
  const problems = useMemo(
    () => (check.data === undefined ? [] : locateAll(check.data.problems, files)),
    [check.data, files],
  )
  const go = (part: DraftSearch) => navigate({ search: (before) => ({ ...before, ...part }) })
  const desk: DraftDesk = {
    place,
    draft,
    problems,
    openSource: (file, line) => void go({ tab: 'source', file, line: line === undefined ? undefined : String(line) }),
    openEntry: (entry) => void go({ tab: undefined, entry }),
  }
  const tab = search.tab ?? 'form'
  return (
    <DraftContext value={desk}>
      <PlainHead
        title={view.title}
        purpose={draft.isOpen ? says.purpose : says.installed}
        action={<DraftActions view={view} errors={isCurrent ? check.data?.errors : undefined} />}
      />
      <ProblemBar check={check.data} isCurrent={isCurrent} error={check.error} />
      <Tabs
        activeKey={tab}
        onChange={(key) => void go({ tab: draftTabs.find((one) => one === key && one !== 'form'), line: undefined })}
        items={draftTabs.map((key) => ({ key, label: says.tabs[key] }))}
      />
      {tab === 'form' && <EntryTab search={search} change={(part) => void go(part)} />}
      {tab === 'source' && <SourceTab search={search} />}
      {tab === 'golden' && <GoldenTab />}
      {tab === 'differences' && <DifferencesTab />}
      {draft.theirs !== undefined && <ConflictDialog theirs={draft.theirs} />}
    </DraftContext>
  )
}
