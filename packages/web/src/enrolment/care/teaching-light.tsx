import { type TeachingCountView, teachingLightTitles } from '@eduduty/core/enrolment'
import type { ReactNode } from 'react'
import { StateMark } from '../../platform/theme/light.tsx'

const states = { green: 'met', yellow: 'undecided', red: 'unmet', none: 'not_applicable' } as const

/** How far home teaching is behind: shape, colour and words. */
export function TeachingMark({ count: { light, says } }: { count: TeachingCountView }): ReactNode {
  const text = light === 'none' ? teachingLightTitles.none : `${teachingLightTitles[light]}，${says}`
  return (
    <span className={`care-light care-light-${light}`} title={text}>
      <span aria-hidden="true">
        <StateMark state={states[light]} />
      </span>{' '}
      {text}
    </span>
  )
}
