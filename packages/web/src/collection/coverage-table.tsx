import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { Light } from '../platform/theme/light.tsx'
import { collectionMessages } from './messages.ts'

const says = collectionMessages.coverage

const missingOf = (register: { missing: readonly unknown[] }) => register.missing.length

/** Each register: how many were expected, how many reported, and the names of the others. */
export function CoverageTable(): ReactNode {
  const { registers } = useCurrentRun().index.assessment.coverage
  const rows = useMemo(
    () =>
      [...registers]
        .sort((a, b) => missingOf(b) - missingOf(a))
        .flatMap((register) =>
          register.missing.length === 0
            ? [{ register, unit: '', name: says.complete }]
            : register.missing.map((one) => ({ register, unit: one.unit, name: one.name })),
        ),
    [registers],
  )
  return (
    <LedgerTable
      label={collectionMessages.tabs.coverage(0)}
      rows={rows}
      rowKey={(row) => `${row.register.register} ${row.unit}`}
      groupOf={({ register }) => ({
        key: register.register,
        heading: (
          <>
            <Light state={register.reported < register.expected ? 'undecided' : 'met'} word={register.title} />
            <span className="muted apart">{says.reported(register.reported, register.expected)}</span>
          </>
        ),
      })}
      empty={<EmptyState title={says.none} advice={says.noneAdvice} />}
      columns={[
        {
          key: 'unit',
          title: says.columns.unit,
          width: 320,
          cell: (row) => <span className={row.unit === '' ? 'muted' : undefined}>{row.name}</span>,
        },
        {
          key: 'code',
          title: says.columns.code,
          width: 160,
          cell: (row) => <span className="number">{row.unit}</span>,
        },
      ]}
    />
  )
}
