import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../platform/session/session-context.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { GrantTab } from './grant-tab.tsx'
import { type GrantSearch, grantTabs } from './grants-search.ts'
import { grantMessages } from './messages.ts'
import { RoleMatrix } from './role-matrix.tsx'

const route = getRouteApi('/shell/plain/identity/grants')
const says = grantMessages.grants

/** Which post has which role where, and what each role may do. */
export function GrantsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const may = useMay()
  const [proposing, setProposing] = useState(false)
  const change = (part: GrantSearch) => navigate({ search: (before) => ({ ...before, page: undefined, ...part }) })
  const propose = (
    <Button type="primary" onClick={() => setProposing(true)}>
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
        activeKey={search.tab ?? 'list'}
        onChange={(key) => navigate({ search: { tab: grantTabs.find((one) => one === key) } })}
        items={[
          { key: 'list', label: says.tabs.list, children: <GrantTab search={search} change={change} /> },
          { key: 'matrix', label: says.tabs.matrix, children: <RoleMatrix /> },
        ]}
        destroyOnHidden
      />
      {proposing && <GrantDialog close={() => setProposing(false)} />}
    </>
  )
}
