import type { UnfilledForm } from '@eduduty/core/collection/tasks'
import type { ReactNode } from 'react'
import { moveMessages as says } from './move-messages.ts'

/** New columns of forms that are frozen already: nobody reports them unless the form is corrected. */
export function UnfilledNote({ forms }: { forms: readonly UnfilledForm[] }): ReactNode {
  if (forms.length === 0) return null
  return (
    <div className="note">
      <strong>{says.unfilledTitle}</strong>
      <ul className="plain-list">
        {forms.map((one) => (
          <li key={one.title}>{says.unfilled(one)}</li>
        ))}
      </ul>
      {says.unfilledAdvice}
    </div>
  )
}
