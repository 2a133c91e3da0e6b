/** The last event of a county's chain, as it was when its transaction had been kept. */
export interface ChainHead {
  readonly county: string
  readonly chainId: string
  readonly no: number
  readonly mac: string
  /** ISO, UTC: when the event happened. */
  readonly at: string
}

/** A place outside the database where the heads of the chains are kept, so that cutting off a chain's tail is found. */
export interface Checkpoints {
  /** The file they are kept in; undefined when they are not. */
  readonly file: string | undefined
  /** Asked before an event is kept. Errors: `audit.sink_unwritable`: then nothing may be written. */
  ready(): Promise<void>
  /** Told after each commit; on disk within a second, and at `close`. */
  note(heads: readonly ChainHead[]): void
  close(): Promise<void>
}

/** Keeps nothing: for tests of other things and for databases in memory. */
export const noCheckpoints: Checkpoints = {
  file: undefined,
  ready: async () => {},
  note: () => undefined,
  close: async () => {},
}
