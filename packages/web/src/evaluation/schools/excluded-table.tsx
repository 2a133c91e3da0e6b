import type { Subject } from '@eduduty/core/evaluation'
import { type ReactNode, useState } from 'react'
import { subjectLabel } from '../../platform/run/run-index.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { evaluationMessages } from '../messages.ts'
import { filterableAttributes } from './subject-row.ts'

/** Subjects left out of every aggregate: still listed, each with its reason and basis. */
export function ExcludedTable(props: { subjects: readonly Subject[] }): ReactNode {
  const says = evaluationMessages.schools
  const [sort, setSort] = useState<string | undefined>()
  const attributes = [...filterableAttributes(props.subjects).keys()].slice(0, 3)
  return (
    <LedgerTable
      label={says.excludedTab(props.subjects.length)}
      rows={props.subjects}
      rowKey={(subject) => subject.id}
      sort={sort}
      onSort={setSort}
      columns={[
        { key: 'name', title: says.name, width: 200, cell: subjectLabel, sortBy: subjectLabel },
        {
          key: 'unit',
          title: says.code,
          width: 104,
          cell: (subject) => <span className="number">{subject.unit}</span>,
          sortBy: (subject) => subject.unit,
        },
        ...attributes.map((title) => ({
          key: `a:${title}`,
          title,
          width: 112,
          wrap: true,
          cell: (subject: Subject) => subject.attributes[title],
          sortBy: (subject: Subject) => subject.attributes[title],
        })),
        {
          key: 'reason',
          title: says.reason,
          width: 310,
          wrap: true,
          cell: (subject) => subject.exclusion?.reason,
          sortBy: (subject) => subject.exclusion?.reason,
        },
        {
          key: 'basis',
          title: says.basis,
          width: 260,
          wrap: true,
          cell: (subject) => <BasisLine basis={subject.exclusion?.basis} />,
        },
      ]}
    />
  )
}
