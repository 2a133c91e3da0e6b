import { type PledgeList, type PledgeRow, pledgeStateTitles } from '@eduduty/core/duties'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { PlainHead } from '../../platform/shell/page-head.tsx'
import { PrintSheet } from '../../platform/shell/print-sheet.tsx'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { TextFilter } from '../../platform/table/text-filter.tsx'
import { CoverPart } from './cover-part.tsx'
import { pledgeMessages as says } from './messages.ts'
import { PledgeActions } from './pledge-actions.tsx'
import { pledgeColumns } from './pledge-columns.tsx'
import { type PledgeSearch, pledgeLevels, pledgeScans, pledgeStates } from './pledge-search.ts'

const route = getRouteApi('/shell/plain/duties/pledges')

/** Units are chosen, their pledges made, downloaded and noted as signed; coverage stands above. */
export function PledgesDesk({ list, choice }: { list: PledgeList; choice: ReactNode }): ReactNode {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const change = (part: PledgeSearch) => navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  const rows = list.rows.filter((row) => fits(row, search))
  const picked = list.rows.filter(({ party }) => chosen.has(party))
  const toggle = (parties: readonly string[], on: boolean) =>
    setChosen((before) => new Set([...before, ...parties].filter((one) => on || !parties.includes(one))))
  const tabs = [undefined, ...pledgeLevels].map((level) => ({ key: level ?? 'all', label: level ?? says.allLevels }))
  return (
    <>
      <PlainHead
        title={says.title}
        purpose={says.purpose}
        action={<PledgeActions list={list} shown={rows} picked={picked} clear={() => setChosen(new Set())} />}
      />
      <CoverPart cover={list.cover} level={search.level} />
      <Tabs
        size="small"
        aria-label={says.level}
        activeKey={search.level ?? 'all'}
        onChange={(key) => change({ level: pledgeLevels.find((level) => level === key) })}
        items={tabs}
        tabBarExtraContent={choice}
      />
      <div className="filters">
        <TextFilter label={says.text} text={search.text} onText={(text) => change({ text })} wide />
        <ChoiceFilter
          label={says.state}
          value={search.state}
          options={pledgeStates.map((value) => ({ value, label: pledgeStateTitles[value] }))}
          pick={(value) => change({ state: pledgeStates.find((state) => state === value) })}
        />
        <ChoiceFilter
          label={says.scan}
          value={search.scan}
          options={pledgeScans.map((value) => ({ value, label: says.scans[value] }))}
          pick={(value) => change({ scan: pledgeScans.find((scan) => scan === value) })}
        />
        <span className="filters-end muted">{says.count(rows.length, picked.length)}</span>
      </div>
      <PrintSheet head={`${list.plan.title}　${says.title}`}>
        <LedgerTable
          label={says.title}
          rows={rows}
          columns={pledgeColumns({ county: list.plan.county, shown: rows, chosen, toggle })}
          rowKey={({ party }) => party}
          height="calc(100vh - 340px)"
          empty={<EmptyState title={says.empty} advice={says.emptyAdvice} />}
        />
      </PrintSheet>
    </>
  )
}

function fits(
  { level, state, copy, signed_on: signed, name, issuer_name: issuer }: PledgeRow,
  search: PledgeSearch,
): boolean {
  if (search.level !== undefined && level !== search.level) return false
  if (search.state !== undefined && state !== search.state) return false
  if (search.scan !== undefined && (signed === undefined || (copy === undefined) !== (search.scan === 'no')))
    return false
  const { text } = search
  return text === undefined || [name, issuer].some((word) => word.includes(text))
}
