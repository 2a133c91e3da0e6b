import type { PairKeys } from '@eduduty/core/enrolment'
import type { FuzzyRule } from '@eduduty/core/packs'
import { lendOpeningKeys, sealedPlaceOf } from '../../collection/index.ts'
import { isSealed } from '../../platform/db/registers/register-table.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { FuzzyRequest, SentPerson, SentSide } from './fuzzy-protocol.ts'
import type { PlannedSide } from './match-plan.ts'
import { cellOf, columnOf, plainRoles, type SideRow } from './read-sides.ts'

interface Sending {
  readonly rule: FuzzyRule
  readonly today: string
  readonly county: string
  readonly keyring: Keyring
  readonly lefts: readonly SideRow[]
  readonly rights: readonly SideRow[]
  /** Pairs of subjects that a person has refused. */
  readonly refused: readonly string[]
  /** Pairs that were confirmed, of which a row has changed. */
  readonly again: readonly PairKeys[]
}

/** Rows as they go to the thread, under their subjects. */
export function fuzzyRequest({ rule, today, county, keyring, lefts, rights, refused, again }: Sending): FuzzyRequest {
  const sides = [...new Set([...lefts, ...rights].map(({ side }) => side))]
  const sent = (row: SideRow): SentPerson => ({
    key: row.subject,
    from: sides.indexOf(row.side),
    sealed: cellOf(row, 'identity'),
    ...Object.fromEntries(
      plainRoles.flatMap((role) => {
        const text = cellOf(row, role)
        return text === undefined ? [] : [[role, text]]
      }),
    ),
  })
  return {
    rule,
    today,
    refused,
    again,
    sides: sides.map((side) => sentSide(side, keyring, county)),
    lefts: lefts.map(sent),
    rights: rights.map(sent),
  }
}

function sentSide(side: PlannedSide, keyring: Keyring, county: string): SentSide {
  const { register } = side.counted.table
  const column = columnOf(side, 'identity')
  if (column === undefined || !isSealed(column)) return { place: undefined, keys: undefined }
  return { place: sealedPlaceOf(register, column, county), keys: lendOpeningKeys(keyring, register, county) }
}
