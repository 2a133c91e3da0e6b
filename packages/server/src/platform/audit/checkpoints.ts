/** The last event of a county's chain, as it was when its transaction had been kept. */
export interface ChainHead {
  readonly county: string
  readonly chainId: string
  readonly no: number
  readonly mac: string
  /** ISO, UTC. */
  readonly at: string
}

/** A place outside the database where the heads of the chains are kept, so that cutting off a chain's tail is found. */
export interface Checkpoints {
  /** Told after each commit; written soon after, and at `close`. */
  note(heads: readonly ChainHead[]): void
  close(): Promise<void>
}

/** Keeps nothing: for tests of other things and for databases in memory. */
export const noCheckpoints: Checkpoints = { note: () => undefined, close: async () => {} }
