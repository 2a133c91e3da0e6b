import { getRouteApi } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { BasketBar } from '../review/basket-bar.tsx'
import { openFindings, openReturns } from '../tasks/open-problems.ts'
import { CellTab } from './cell-tab.tsx'
import { useDesk } from './desk-context.ts'
import { EventTab } from './event-tab.tsx'
import { FileTab } from './file-tab.tsx'
import { fillTabs } from './fill-search.ts'
import { fillMessages } from './messages.ts'
import { ProblemTab } from './problem-tab.tsx'

const route = getRouteApi('/shell/plain/collection/tasks/$county/$task')
const says = fillMessages.panel

/** Beside the form: what is wrong, the cell at hand, what happened, files. */
export function SidePane({ fold }: { fold: () => void }): ReactNode {
  const { tab = 'problems' } = route.useSearch()
  const navigate = route.useNavigate()
  const { detail } = useDesk()
  const { hard, unexplained } = openFindings(detail)
  return (
    <aside className="side-pane" aria-label={says.tabs.problems(0)}>
      <BasketBar />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => {
          const chosen = fillTabs.find((one) => one === key)
          navigate({ search: (before) => ({ ...before, tab: chosen }), replace: true })
        }}
        tabBarExtraContent={
          <Button size="small" type="text" onClick={fold}>
            {says.fold}
          </Button>
        }
        items={[
          {
            key: 'problems',
            label: says.tabs.problems(hard + unexplained + openReturns(detail)),
            children: <ProblemTab />,
          },
          { key: 'cell', label: says.tabs.cell, children: <CellTab /> },
          { key: 'events', label: says.tabs.events, children: <EventTab /> },
          { key: 'files', label: says.tabs.files, children: <FileTab /> },
        ]}
      />
    </aside>
  )
}
