import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { PageHead } from '../platform/shell/page-head.tsx'
import { CoverageTable, countOwed } from './coverage-table.tsx'
import { dataTabs } from './data-search.ts'
import { FileTable } from './file-table.tsx'
import { FindingTable } from './finding-table.tsx'
import { collectionMessages } from './messages.ts'

const route = getRouteApi('/shell/run/collection')

/** Files read, findings in them, and who has not reported. */
export function DataPage(): ReactNode {
  const { assessment } = useCurrentRun().index
  const { tab = 'findings' } = route.useSearch()
  const navigate = route.useNavigate()
  const says = collectionMessages
  return (
    <>
      <PageHead title={says.title} purpose={says.purpose} unit={says.unit} />
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => {
          const chosen = dataTabs.find((one) => one === key)
          navigate({ search: (before) => ({ run: before.run, tab: chosen }) })
        }}
        items={[
          { key: 'findings', label: says.tabs.findings(assessment.findings.length), children: <FindingTable /> },
          {
            key: 'files',
            label: says.tabs.files(assessment.files.length),
            children: <FileTable files={assessment.files} />,
          },
          {
            key: 'coverage',
            label: says.tabs.coverage(countOwed(assessment.coverage.registers)),
            children: <CoverageTable />,
          },
        ]}
        destroyOnHidden
      />
    </>
  )
}
