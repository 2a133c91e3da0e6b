import type { RecordKind } from '@eduduty/core/duties'
import type { ReactNode } from 'react'
import { TextField } from './fields.tsx'
import { recordsPath } from './mechanism-queries.ts'
import { mechanismMessages } from './messages.ts'
import { RecordDeed } from './record-deed.tsx'

const says = mechanismMessages

export type Pair = readonly [label: string, value: ReactNode]

/** Labels and values at the head of a record's panel. */
export function RecordFacts({ pairs }: { pairs: readonly Pair[] }): ReactNode {
  return (
    <dl className="facts duty-lines">
      {pairs.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' || value === undefined ? says.none : value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface Struck {
  readonly struck: string
  readonly made_by: string
}

/** Who entered it, and why it does not count any more. */
export const entryPairs = ({ struck, made_by: by }: Struck): readonly Pair[] => [
  [says.panel.madeBy, by],
  ...(struck === ''
    ? []
    : [
        [
          says.panel.struck,
          <span key="struck" className="wrong">
            {struck}
          </span>,
        ] as const,
      ]),
]

/** Strikes out what was entered by mistake. */
export function StrikeDeed({ county, kind, id }: { county: string; kind: RecordKind; id: string }): ReactNode {
  return (
    <RecordDeed
      word={says.deeds.strike}
      danger
      path={recordsPath('records', county, kind, id, 'striking')}
      hint={says.deeds.strikeHint}
      fields={<TextField name="reason" label={says.form.reason} lines={2} />}
    />
  )
}

/** A name in a list; what is struck out is crossed out and says so. */
export function RecordName({ title, struck }: { title: string; struck: string }): ReactNode {
  if (struck === '') return <span title={title}>{title}</span>
  return (
    <span title={struck} className="muted">
      <s>{title}</s>
      <span className="duty-tag">{says.struck}</span>
    </span>
  )
}
