import type { Dispersion, Figure as FigureData } from '@eduduty/core/evaluation'
import type { Column } from '../../platform/table/column.ts'
import { Light } from '../../platform/theme/light.tsx'
import { Figure } from '../../platform/trace/figure.tsx'
import { evaluationMessages } from '../messages.ts'
import { coefficientShown, limitShown } from './shown-number.ts'

const says = evaluationMessages.dispersions

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** `staged`: whether the pack tells stages apart; a pack without them gets no empty column. */
export function dispersionColumns(
  staged: boolean,
  figures: ReadonlyMap<string, readonly FigureData[]>,
): Column<Dispersion>[] {
  const stage: Column<Dispersion> = {
    key: 'stage',
    title: says.columns.stage,
    width: 60,
    cell: (one) => one.stage,
    sortBy: (one) => one.stage,
  }
  return [
    ...(staged ? [stage] : []),
    {
      key: 'title',
      title: says.columns.title,
      width: 210,
      cell: (one) => <span title={one.title}>{one.title}</span>,
      sortBy: (one) => one.title,
    },
    {
      key: 'coefficient',
      title: says.columns.coefficient,
      width: 92,
      align: 'right',
      cell: (one) => (
        <Figure id={one.figure} shown={coefficientShown(one, figures)} title={`${one.stage ?? ''}${one.title}`} />
      ),
      cellClass: (one) => (one.state === 'unmet' ? 'cell-unmet' : undefined),
      sortBy: (one) => numberOf(one.coefficient),
    },
    {
      key: 'limit',
      title: says.columns.limit,
      width: 56,
      align: 'right',
      cell: (one) => <span className="number">{limitShown(one, figures)}</span>,
    },
    {
      key: 'state',
      title: says.columns.state,
      width: 84,
      cell: (one) => <Light state={one.state} />,
      sortBy: (one) => one.state,
    },
  ]
}
