import type { PledgeCover } from '@eduduty/core/duties'
import type { PledgeLevel } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { pledgeMessages as says } from './messages.ts'

/** Level by level, how many have signed; who has not, by name. The unfinished come first. */
export function CoverPart({
  cover,
  level,
}: {
  cover: readonly PledgeCover[]
  level: PledgeLevel | undefined
}): ReactNode {
  const shown = cover
    .filter((one) => level === undefined || one.level === level)
    .toSorted((one, other) => other.missing.length - one.missing.length)
  if (shown.length === 0) return null
  return (
    <section className="pledge-cover" aria-label={says.coverTitle}>
      {shown.map((one) => (
        <p key={`${one.issuer} ${one.level}`}>
          <b>{says.cover(one.issuer_name, one.level)}</b>
          <span className="number apart">{says.signed(one.signed, one.units)}</span>
          <span className={one.missing.length > 0 ? 'short apart' : 'muted apart'} title={one.missing.join('、')}>
            {one.missing.length > 0 ? says.missing(one.missing) : says.complete}
          </span>
        </p>
      ))}
    </section>
  )
}
