/** For so long after a write was done the same answer is given again, in milliseconds: the second half of a double click. */
const AGAIN = 1000

interface Sent {
  readonly place: string
  readonly response: Promise<Response>
  /** When it was done, in milliseconds; undefined while it is under way. */
  doneAt?: number
}

/** A write as it goes out; two that have all of this in common are the same. */
export interface Write {
  readonly method: string
  readonly path: string
  /** JSON text; empty for none. */
  readonly body: string
  /** For whom it is done; empty for oneself. */
  readonly actor: string
}

/**
 * Sends a write once however often it is clicked: while it is under way and for a second after it was done, the same
 * write gets the same answer. One that failed may be sent again at once, as may one that another deed at the same thing
 * has overtaken: on, off and on again within a second are three writes. `now` is in milliseconds.
 */
export function createWriteOnce(now: () => number) {
  const sent = new Map<string, Sent>()
  return async (write: Write, send: () => Promise<Response>): Promise<Response> => {
    const [key, place] = [JSON.stringify(write), placeOf(write)]
    for (const [other, { doneAt, place: otherPlace }] of sent) {
      if (doneAt === undefined || other === key) continue
      if (now() - doneAt >= AGAIN || otherPlace === place) sent.delete(other)
    }
    const before = sent.get(key)
    const isFresh = before !== undefined && (before.doneAt === undefined || now() - before.doneAt < AGAIN)
    const entry: Sent = isFresh ? before : { place, response: send() }
    sent.set(key, entry)
    try {
      const response = await entry.response
      entry.doneAt ??= now()
      return response.clone()
    } catch (failure) {
      if (sent.get(key) === entry) sent.delete(key)
      throw failure
    }
  }
}

/** Deeds at one thing share all of the path but its last word. */
const placeOf = ({ path }: Write): string => path.slice(0, path.lastIndexOf('/'))
