import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { grantMessages } from '../grants/messages.ts'
import { type TenureSearch, tenureTabs } from './people-search.ts'
import { PostPanel } from './post-panel.tsx'
import { PostTab } from './post-tab.tsx'
import { RecordTab } from './record-tab.tsx'
import { AppointDialog } from './tenure-dialogs.tsx'

const route = getRouteApi('/shell/plain/identity/tenures')
const says = grantMessages.tenures

/** Who holds which post: appointing, handing over, substituting. */
export function TenuresPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const [appointing, setAppointing] = useState(false)
  const { tab = may('identity.read') ? 'posts' : 'records' } = search
  const change = (part: TenureSearch) => navigate({ search: (before) => ({ ...before, page: undefined, ...part }) })
  const pick = (key: string | undefined) => navigate({ search: (before) => ({ ...before, pick: key }) })
  const propose = (
    <Button type="primary" onClick={() => setAppointing(true)}>
      {says.propose}
    </Button>
  )
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={may('identity.grants_propose') ? propose : undefined}
      />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => navigate({ search: { tab: tenureTabs.find((one) => one === key) } })}
        items={[
          { key: 'posts', label: says.tabs.posts, children: <PostTab search={search} change={change} pick={pick} /> },
          { key: 'records', label: says.tabs.records, children: <RecordTab search={search} change={change} /> },
        ]}
        destroyOnHidden
      />
      {search.pick !== undefined && <PostPanel key={search.pick} post={search.pick} close={() => pick(undefined)} />}
      {appointing && <AppointDialog kind="holder" close={() => setAppointing(false)} />}
    </>
  )
}
