import type { PackDifference } from '@eduduty/core/packs'
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { packMessages } from './messages.ts'

const says = packMessages.panel
const kinds = ['added', 'removed', 'changed'] as const

/** What differs between two versions, in sentences. */
export function DifferenceList({ changes }: { changes: readonly PackDifference[] }): ReactNode {
  const [kind, setKind] = useState<(typeof kinds)[number] | 'all'>('all')
  if (changes.length === 0) return <p className="muted">{says.changesNone}</p>
  const shown = changes.filter((change) => kind === 'all' || change.kind === kind)
  const count = (wanted: string): number => changes.filter((change) => change.kind === wanted).length
  return (
    <>
      <Segmented<(typeof kinds)[number] | 'all'>
        size="small"
        value={kind}
        options={[
          { value: 'all' as const, label: `${says.all} ${changes.length}` },
          ...kinds.map((value) => ({ value, label: `${says.kinds[value]} ${count(value)}` })),
        ]}
        onChange={setKind}
      />
      <ul className="plain-list">
        {shown.map(({ section, id, sentence }) => (
          <li key={`${section} ${id} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
