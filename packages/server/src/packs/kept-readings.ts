import type { Pack, PackFile, ParsedPack } from '@eduduty/core/packs'
import type { PackReading } from './pack-reading.ts'

export interface KeptReading {
  /** The pack's own files, as they were read. */
  readonly files: readonly PackFile[]
  readonly parsed: ParsedPack
  /** The packs that it used. */
  readonly used: readonly Pack[]
  readonly reading: PackReading
}

/** By folder. Reading a pack takes about a second, and routes ask for the same few packs again and again. */
const kept = new Map<string, KeptReading>()
const KEPT = 16

/** What these very texts were read as. */
export function keptReading(folder: string, files: readonly PackFile[]): KeptReading | undefined {
  const known = kept.get(folder)
  const isSame = (file: PackFile, at: number): boolean => {
    const before = known?.files[at]
    return before?.path === file.path && before.text === file.text
  }
  return known !== undefined && known.files.length === files.length && files.every(isSame) ? known : undefined
}

export function keepReading(folder: string, reading: KeptReading): void {
  kept.delete(folder)
  kept.set(folder, reading)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
}
