import type { Dispersion } from '@eduduty/core/evaluation'
import { type ReactNode, useMemo, useState } from 'react'
import { platformMessages } from '../../platform/messages/messages.ts'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { LedgerTable } from '../../platform/table/ledger-table.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { CauseList } from '../../platform/trace/cause-list.tsx'
import { Figure } from '../../platform/trace/figure.tsx'
import { evaluationMessages } from '../messages.ts'
import { CostText } from '../prices/cost-text.tsx'
import { useCosts } from '../prices/use-costs.ts'
import { ContributionChart } from './contribution-chart.tsx'
import { contributionColumns } from './contribution-columns.tsx'
import { numberShown } from './shown-number.ts'

const says = evaluationMessages.dispersions

/** Mean, S and CV of one indicator, who drives it, and what levelling up would take. */
export function DispersionDetail({
  dispersion,
  coefficient,
  limit,
}: {
  dispersion: Dispersion
  coefficient: string
  limit: string | undefined
}): ReactNode {
  const [sort, setSort] = useState<string | undefined>('-share')
  const columns = useMemo(() => contributionColumns(dispersion), [dispersion])
  const title = [dispersion.stage, dispersion.title].filter(Boolean).join(' · ')
  const numbers = [
    { label: says.mean, shown: numberShown(dispersion.mean), unit: dispersion.unit },
    { label: says.deviation, shown: numberShown(dispersion.deviation), unit: dispersion.unit },
    { label: says.coefficient, shown: coefficient, unit: undefined },
    { label: says.limit, shown: limit ?? platformMessages.none, unit: undefined },
  ]
  return (
    <section className="dispersion-detail" aria-label={title}>
      <h2>
        {title} <Light state={dispersion.state} />
      </h2>
      <dl className="numbers">
        {numbers.map((one) => (
          <div key={one.label}>
            <dt>
              {one.label}
              {one.unit !== undefined && <span className="muted">（{one.unit}）</span>}
            </dt>
            <dd>
              <Figure id={dispersion.figure} shown={one.shown} title={`${title} ${one.label}`} />
            </dd>
          </div>
        ))}
      </dl>
      {dispersion.causes.length > 0 && <CauseList causes={dispersion.causes} />}
      {dispersion.level_up !== undefined && (
        <p className="note">
          <strong>{says.levelUp}：</strong>
          {dispersion.level_up.text} <LevelUpCost dispersion={dispersion} />
        </p>
      )}
      {dispersion.contributions.length > 0 && (
        <>
          <ContributionChart contributions={dispersion.contributions} />
          <LedgerTable
            label={says.chart}
            columns={columns}
            rows={dispersion.contributions}
            rowKey={(one) => one.subject}
            sort={sort}
            onSort={setSort}
            height="420px"
          />
        </>
      )}
    </section>
  )
}

function LevelUpCost({ dispersion: { figure, level_up: up } }: { dispersion: Dispersion }): ReactNode {
  const costs = useCosts()
  if (up === undefined || !costs.isKnown) return null
  return <CostText cost={costs.ofIndicator(splitFigureId(figure).node, up.total, up.unit ?? '')} />
}
