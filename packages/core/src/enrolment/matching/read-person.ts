import { compareAddresses, type ReadAddress, readAddress } from './compare-addresses.ts'
import { compareBirths } from './compare-births.ts'
import { compareIdentities, type ReadIdentity, readIdentity } from './compare-identity.ts'
import { compareNames } from './compare-names.ts'
import type { Likeness, MatchPerson, MatchRole, SignReader } from './person.ts'
import { type ReadName, readName } from './read-name.ts'

/** A person whose cells are taken apart once, to be compared with many. */
export interface ReadPerson {
  readonly key: string
  readonly identity: ReadIdentity | undefined
  /** Whether `birth` was in a column. */
  readonly hasBirth: boolean
  readonly name: ReadName | undefined
  /** What the column says; where it is empty, what the identity number says. */
  readonly birth: string | undefined
  readonly sex: string | undefined
  readonly guardian: string | undefined
  readonly address: string | undefined
}

const filled = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text)

/** `today`: day of the comparison, `2026-01-12`; by it the century of a number of 15 signs is told where no date of birth is. */
export function readPerson(person: MatchPerson, reader: SignReader, today: string): ReadPerson {
  const [number, birth] = [filled(person.identity), filled(person.birth)]
  const identity = number === undefined ? undefined : readIdentity(number, { birth, today })
  const name = filled(person.name)
  return {
    key: person.key,
    identity,
    name: name === undefined ? undefined : readName(name, reader),
    hasBirth: birth !== undefined,
    birth: birth ?? identity?.birth,
    sex: filled(person.sex) ?? identity?.sex,
    guardian: filled(person.guardian),
    address: filled(person.address),
  }
}

const silent: Likeness = { degree: 0, says: '' }

/** Compares one role of two people; a cell that either lacks says nothing. */
export type CompareRole = (role: MatchRole, left: ReadPerson, right: ReadPerson) => Likeness

/** Names of guardians and addresses are read only where a pair hangs on them, and then once. */
export function makeCompareRole(reader: SignReader, today: string): CompareRole {
  const guardians = new Map<string, ReadName>()
  const addresses = new Map<string, ReadAddress>()
  const guardianOf = (text: string): ReadName => kept(guardians, text, () => readName(text, reader))
  const addressOf = (text: string): ReadAddress => kept(addresses, text, () => readAddress(text))
  return (role, left, right) => {
    const [one, other] = [left[role], right[role]]
    if (one === undefined || other === undefined) return silent
    switch (role) {
      case 'identity':
        return both(fitted(left, right, today), fitted(right, left, today), compareIdentities)
      case 'name':
        return both(left.name, right.name, compareNames)
      case 'birth':
        return bestBirth(left, right)
      case 'sex':
        return one === other ? { degree: 1, says: '' } : { degree: -1, says: '性别不同' }
      case 'guardian':
        return guardianLikeness(compareNames(guardianOf(left.guardian ?? ''), guardianOf(right.guardian ?? '')))
      case 'address':
        return compareAddresses(addressOf(left.address ?? ''), addressOf(right.address ?? ''))
    }
  }
}

/** A number of 15 signs whose own row has no date of birth takes the century from the other row's. */
function fitted({ identity, hasBirth }: ReadPerson, other: ReadPerson, today: string): ReadIdentity | undefined {
  const isOpen = identity?.fifteen !== undefined && !hasBirth
  const birth = other.hasBirth || other.identity?.fifteen === undefined ? other.birth : undefined
  return isOpen && birth !== undefined ? readIdentity(identity.fifteen, { birth, today }) : identity
}

const both = <Read>(
  left: Read | undefined,
  right: Read | undefined,
  compare: (left: Read, right: Read) => Likeness,
): Likeness => (left === undefined || right === undefined ? silent : compare(left, right))

/** The date in the column or in the number, whichever comes nearer: one of both may be the slip. */
function bestBirth(left: ReadPerson, right: ReadPerson): Likeness {
  let best: Likeness = { degree: -1, says: '出生日期不同' }
  for (const one of birthsOf(left))
    for (const other of birthsOf(right)) {
      const found = compareBirths(one, other)
      if (found.degree > best.degree) best = found
    }
  return best
}

/** Every date of birth that a row gives, each once. */
export function birthsOf({ birth, identity }: ReadPerson): readonly string[] {
  const said = identity?.birth
  if (birth === undefined) return said === undefined ? [] : [said]
  return said === undefined || said === birth ? [birth] : [birth, said]
}

const guardianLikeness = ({ degree, says }: Likeness): Likeness => ({
  degree,
  says: degree < 0 ? '监护人不是同一人' : says.replace('姓名', '监护人姓名'),
})

const MOST_KEPT = 200_000

function kept<Read>(known: Map<string, Read>, text: string, read: () => Read): Read {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= MOST_KEPT) known.clear()
  const made = read()
  known.set(text, made)
  return made
}
