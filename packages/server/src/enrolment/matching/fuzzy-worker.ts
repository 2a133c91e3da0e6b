import { parentPort, workerData } from 'node:worker_threads'
import { type MatchPerson, PairFinder } from '@eduduty/core/enrolment'
import { keyringOfLent } from '../../platform/keys/lend-keys.ts'
import { open } from '../../platform/keys/seal.ts'
import type { FuzzyReply, FuzzyRequest, SentPerson } from './fuzzy-protocol.ts'
import { signReader } from './sign-reader.ts'

/** Entry of the thread that opens what exact keys left over and looks for near rows. Numbers stay in its memory. */
function main({ rule, today, sides, lefts, rights, refused, again }: FuzzyRequest): FuzzyReply {
  const openers = sides.map(({ place, keys }) => {
    const keyring = keys && keyringOfLent(keys)
    return (stored: string): string =>
      place === undefined || keyring === undefined
        ? stored
        : open(keyring, place, stored.slice(stored.indexOf(':') + 1))
  })
  const opened = ({ from, sealed, ...person }: SentPerson): MatchPerson => {
    const identity = sealed === undefined || sealed === '' ? undefined : openers[from]?.(sealed)
    return identity === undefined ? person : { ...person, identity }
  }
  const finder = new PairFinder(rule, signReader, lefts.map(opened), { today, again, refused: new Set(refused) })
  for (const right of rights) finder.offer(opened(right))
  return { pairs: finder.pairs() }
}

parentPort?.postMessage(main(workerData))
