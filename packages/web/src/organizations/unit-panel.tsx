import type { UnitDetail, UnitEntry } from '@eduduty/core/organizations'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useMay } from '../platform/session/session-context.tsx'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { SidePanel } from '../platform/shell/side-panel.tsx'
import { ChangeDialog } from './changes/change-dialog.tsx'
import { type ChangeVerb, changeVerbs } from './changes/change-verbs.ts'
import { organizationMessages } from './messages.ts'
import { unitQuery } from './organizations-queries.ts'
import { UnitHistory } from './unit-history.tsx'
import { UnitPosts } from './unit-posts.tsx'

const says = organizationMessages.panel

interface UnitPanelProps {
  /** `990101/T01`. */
  readonly unit: string
  /** The open units of its county; none while another day is shown. */
  readonly units: readonly UnitEntry[] | undefined
  readonly pick: (unit: string) => void
  readonly close: () => void
}

/** One unit: what it is, what can be done with it, its posts, what it was. */
export function UnitPanel({ unit, units, pick, close }: UnitPanelProps): ReactNode {
  const { data, error, refetch } = useQuery(unitQuery(unit))
  return (
    <SidePanel close={close} title={data?.unit.name ?? organizationMessages.title}>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {error === null && data !== undefined && (
        <>
          <UnitFacts detail={data} />
          {data.unit.closed_on === null && units !== undefined && <UnitActions unit={data.unit} units={units} />}
          <UnitPosts detail={data} />
          <UnitHistory detail={data} pick={pick} />
        </>
      )}
    </SidePanel>
  )
}

function UnitFacts({ detail }: { detail: UnitDetail }): ReactNode {
  const { unit } = detail
  const closed = unit.closed_on === null ? '' : `${unit.closed_on}　${detail.closed_reason}`
  const facts = [
    [says.path, detail.path_names.slice(0, -1).join(' / ')],
    [says.kind, organizationMessages.kind[unit.kind]],
    [says.schoolType, unit.school_type],
    [says.code, unit.code],
    [says.unitId, unit.unit_id],
    [says.area, unit.area_code ?? ''],
    [says.openedOn, unit.opened_on],
    [says.closedOn, closed],
  ] as const
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={label === says.closedOn ? 'wrong' : undefined}>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function UnitActions({ unit, units }: { unit: UnitEntry; units: readonly UnitEntry[] }): ReactNode {
  const may = useMay()
  const [verb, setVerb] = useState<ChangeVerb>()
  if (!may('organizations.manage')) return null
  const offered = unit.kind === 'government' ? (['rename'] as const) : changeVerbs
  return (
    <div className="unit-actions screen-only">
      {offered.map((one) => (
        <Button key={one} size="small" danger={one === 'close'} onClick={() => setVerb(one)}>
          {organizationMessages[one].label}
        </Button>
      ))}
      {verb !== undefined && <ChangeDialog verb={verb} unit={unit} units={units} close={() => setVerb(undefined)} />}
    </div>
  )
}
