import type { Dispersion } from '@eduduty/core/evaluation'
import type { Column } from '../../platform/table/column.ts'
import { Figure } from '../../platform/trace/figure.tsx'
import { evaluationMessages } from '../messages.ts'

export type Contribution = Dispersion['contributions'][number]

const says = evaluationMessages.dispersions

export const percentOf = (share: string) => (Number(share) * 100).toFixed(1)

export function contributionColumns(dispersion: Dispersion): Column<Contribution>[] {
  const { name, value, weight, share, side } = says.schoolColumns
  return [
    { key: 'name', title: name, width: 210, cell: (one) => one.name, sortBy: (one) => one.name },
    {
      key: 'value',
      title: value,
      under: dispersion.unit,
      width: 100,
      align: 'right',
      cell: (one) => <Figure id={one.figure} shown={one.value} title={`${one.name} ${dispersion.title}`} />,
      sortBy: (one) => Number(one.value),
    },
    {
      key: 'weight',
      title: weight,
      width: 110,
      align: 'right',
      cell: (one) => <span className="number">{one.weight}</span>,
      sortBy: (one) => Number(one.weight),
    },
    {
      key: 'share',
      title: share,
      under: '%',
      width: 100,
      align: 'right',
      cell: (one) => <Figure id={dispersion.figure} shown={percentOf(one.share)} title={`${one.name} ${share}`} />,
      sortBy: (one) => Number(one.share),
    },
    {
      key: 'side',
      title: side,
      width: 100,
      cell: (one) => (
        <span className={one.above ? 'side-above' : 'side-below'}>{one.above ? says.above : says.below}</span>
      ),
      sortBy: (one) => (one.above ? 1 : 0),
    },
  ]
}
