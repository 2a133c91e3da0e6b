import type { PledgeCover } from '@eduduty/core/duties'
import type { PledgeLevel } from '@eduduty/core/packs'
import type { ReactNode } from 'react'
import { pledgeMessages as says } from './messages.ts'

/** Level by level, how many have signed; who has not, by name; the complete ones are only counted. */
export function CoverPart({
  cover,
  level,
}: {
  cover: readonly PledgeCover[]
  level: PledgeLevel | undefined
}): ReactNode {
  const shown = cover.filter((one) => level === undefined || one.level === level)
  const short = shown
    .filter(({ missing }) => missing.length > 0)
    .toSorted((one, other) => other.missing.length - one.missing.length)
  if (shown.length === 0) return null
  return (
    <section className="pledge-cover" aria-label={says.coverTitle}>
      {short.map((one) => (
        <p key={`${one.issuer} ${one.level}`}>
          <b>{says.cover(one.issuer_name, one.level)}</b>
          <span className="number apart">{says.signed(one.signed, one.units)}</span>
          {one.signed > 0 && <span className="number apart">{says.copied(one.copied, one.signed)}</span>}
          <span className="short apart" title={one.missing.join('、')}>
            {says.missing(one.missing)}
          </span>
        </p>
      ))}
      {short.length < shown.length && <p className="muted">{says.complete(shown.length - short.length)}</p>}
    </section>
  )
}
