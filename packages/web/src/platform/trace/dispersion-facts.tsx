import type { Dispersion } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../run/current-run.tsx'
import { shortNumber } from '../run/short-number.ts'
import { traceMessages } from './messages.ts'

function useDispersion(figure: string): Dispersion | undefined {
  return useCurrentRun().index.assessment.dispersions.find((one) => one.figure === figure)
}

/** 标准差 ÷ 均值 in numbers, where the figure is such a quotient. */
export function useQuotient(figure: string, shown: string): string | undefined {
  const { mean, deviation } = useDispersion(figure) ?? {}
  if (mean === undefined || deviation === undefined) return undefined
  return traceMessages.quotient(shortNumber(deviation), shortNumber(mean), shown)
}

/** What a coefficient of dispersion is made of: mean, deviation and how many took part. */
export function DispersionFacts(props: { figure: string }): ReactNode {
  const found = useDispersion(props.figure)
  const { mean, deviation } = found ?? {}
  if (found === undefined || mean === undefined || deviation === undefined) return null
  const unit = found.unit === undefined ? '' : ` ${found.unit}`
  const facts: [string, string][] = [
    [traceMessages.mean, shortNumber(mean) + unit],
    [traceMessages.deviation, shortNumber(deviation) + unit],
    [traceMessages.members, traceMessages.membersOf(found.contributions.length)],
  ]
  return (
    <>
      <dl className="dispersion-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{traceMessages.deviationRule}</p>
    </>
  )
}
