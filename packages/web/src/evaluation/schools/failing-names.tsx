import type { Figure, NodeView } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { figureTraceQuery } from '../../platform/run/queries.ts'
import { evaluationMessages } from '../messages.ts'
import { failingInputs } from './failing-inputs.ts'

interface FailingNamesProps {
  readonly figure: Figure
  readonly lines: readonly { readonly figure: Figure; readonly node: NodeView }[]
}

/** Below a composite that fails: which indicators of the same panel made it fail. */
export function FailingNames({ figure, lines }: FailingNamesProps): ReactNode {
  const run = useCurrentRun()
  const answer = useQuery(figureTraceQuery(run.id, figure.id))
  if (answer.data === undefined) return null
  const titles = failingInputs(answer.data.trace, lines).map((line) => line.node.title)
  return titles.length === 0 ? null : <div className="muted">{evaluationMessages.subject.failing(titles)}</div>
}
