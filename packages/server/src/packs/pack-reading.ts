import type { Pack, PackFile, PackProblem, PackSource, TailoredPack } from '@eduduty/core/packs'

export interface LoadedPack {
  /** The pack with everything that the packs it uses lend to it: what is evaluated. */
  readonly pack: Pack
  /** What its own files say. */
  readonly own: Pack
  /** SHA-256 of the content, independent of file layout and key order. */
  readonly hash: string
  readonly folder: string
  /** Of an overlay: the pack that it tailors, and what it does to it. */
  readonly tailored?: TailoredReading
}

export interface TailoredReading {
  readonly base: LoadedPack
  readonly tailoring: TailoredPack
}

export interface PackReading {
  readonly folder: string
  readonly files: readonly PackFile[]
  readonly loaded: LoadedPack | undefined
  readonly problems: readonly PackProblem[]
  readonly source: PackSource
}
