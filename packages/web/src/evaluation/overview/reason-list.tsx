import { type ReactNode, useState } from 'react'
import { evaluationMessages } from '../messages.ts'

const FIRST = 3
const says = evaluationMessages.overview

/** The first reasons; the others on request, and always on paper. */
export function ReasonList({ reasons }: { reasons: readonly string[] }): ReactNode {
  const [all, setAll] = useState(false)
  if (reasons.length === 0) return null
  const folds = reasons.length > FIRST + 1
  return (
    <>
      <ol className={folds && !all ? 'reasons reasons-folded' : 'reasons'} aria-label={says.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ol>
      {folds && (
        <button type="button" className="link reasons-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? says.fewerReasons : says.moreReasons(reasons.length - FIRST)}
        </button>
      )}
    </>
  )
}
