import { parentPort, workerData } from 'node:worker_threads'
import { type MatchPerson, PairFinder } from '@eduduty/core/enrolment'
import { type CellGuard, guardOf } from '../../collection/index.ts'
import { keyringOfLent } from '../../platform/keys/lend-keys.ts'
import type { FuzzyReply, FuzzyRequest, SentPerson } from './fuzzy-protocol.ts'
import { signReader } from './sign-reader.ts'

/** Entry of the thread that opens what exact keys left over and looks for near rows. Numbers stay in its memory. */
function main({ rule, county, sides, lefts, rights, refused }: FuzzyRequest): FuzzyReply {
  const openers = sides.map(({ register, column: id, keys }) => {
    const column = register.columns.find((one) => one.id === id)
    const guard: CellGuard | undefined = keys && guardOf(keyringOfLent(keys), register, county)
    return (stored: string): string =>
      column === undefined || guard === undefined ? stored : guard.reveal(column, stored)
  })
  const opened = ({ from, sealed, ...person }: SentPerson): MatchPerson => {
    const identity = sealed === undefined || sealed === '' ? undefined : openers[from]?.(sealed)
    return identity === undefined ? person : { ...person, identity }
  }
  const finder = new PairFinder(rule, signReader, lefts.map(opened), new Set(refused))
  for (const right of rights) finder.offer(opened(right))
  return { pairs: finder.pairs() }
}

parentPort?.postMessage(main(workerData))
