import type { EffectView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { EffectLight } from '../../platform/theme/light.tsx'
import { CauseList } from '../../platform/trace/cause-list.tsx'
import { evaluationMessages } from '../messages.ts'

/** Vetoes, downgrades and caps: they come on top of the items and are never averaged away. */
export function EffectTable(props: { effects: readonly EffectView[] }): ReactNode {
  const says = evaluationMessages.overview
  return (
    <section>
      <h2>{says.effects}</h2>
      <LedgerTable
        label={says.effects}
        rows={props.effects}
        rowKey={(effect) => effect.id}
        columns={[
          { key: 'no', title: says.effectColumns.no, width: 56, cell: (effect) => effect.no },
          {
            key: 'title',
            title: says.effectColumns.title,
            width: 320,
            wrap: true,
            cell: (effect) => (
              <>
                {effect.title} <span className="muted">{says.effectKind[effect.kind]}</span>
              </>
            ),
          },
          {
            key: 'state',
            title: says.effectColumns.state,
            width: 92,
            cell: (effect) => <EffectLight state={effect.state} />,
          },
          {
            key: 'grounds',
            title: says.effectColumns.grounds,
            width: 330,
            wrap: true,
            cell: (effect) => (
              <>
                {effect.grounds}
                {effect.causes.length > 0 && <CauseList causes={effect.causes} first={2} />}
              </>
            ),
          },
          {
            key: 'basis',
            title: says.effectColumns.basis,
            width: 260,
            wrap: true,
            cell: (effect) => <BasisLine basis={effect.basis} verified={effect.verified} />,
          },
        ]}
      />
    </section>
  )
}
