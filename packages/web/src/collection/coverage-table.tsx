import type { Assessment } from '@eduduty/core/evaluation'
import { type ReactNode, useMemo } from 'react'
import { useCurrentRun } from '../platform/run/current-run.tsx'
import { EmptyState } from '../platform/shell/empty-state.tsx'
import { LedgerTable } from '../platform/table/ledger-table.tsx'
import { Light } from '../platform/theme/light.tsx'
import { collectionMessages } from './messages.ts'

const says = collectionMessages.coverage

type RegisterCoverage = Assessment['coverage']['registers'][number]

/** Who owes something of one register: all of it, or the named items. */
function owedOf({ missing, owing = [] }: RegisterCoverage): readonly { unit: string; name: string; items: string }[] {
  return [
    ...missing.map((one) => ({ ...one, items: says.wholeTable })),
    ...owing.map(({ unit, name, columns }) => ({ unit, name, items: columns.map(({ title }) => title).join('、') })),
  ]
}

export const countOwed = (registers: readonly RegisterCoverage[]): number =>
  registers.reduce((sum, register) => sum + owedOf(register).length, 0)

/** Each register: how many were expected, how many reported, and who owes what. */
export function CoverageTable(): ReactNode {
  const { registers } = useCurrentRun().index.assessment.coverage
  const rows = useMemo(
    () =>
      [...registers]
        .map((register) => ({ register, owed: owedOf(register) }))
        .sort((a, b) => b.owed.length - a.owed.length)
        .flatMap(({ register, owed }) =>
          owed.length === 0
            ? [{ register, unit: '', name: says.complete, items: '', short: false }]
            : owed.map((one) => ({ register, ...one, short: true })),
        ),
    [registers],
  )
  return (
    <>
      <p className="muted">{says.about}</p>
      <LedgerTable
        label={collectionMessages.tabs.coverage(0)}
        rows={rows}
        rowKey={(row) => `${row.register.register} ${row.name} ${row.items}`}
        groupOf={({ register, short }) => ({
          key: register.register,
          heading: (
            <>
              <Light state={short ? 'undecided' : 'met'} word={register.title} />
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
          { key: 'items', title: says.columns.items, width: 320, cell: (row) => row.items },
        ]}
      />
    </>
  )
}
