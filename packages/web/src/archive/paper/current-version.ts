import type { PaperVersion } from '@eduduty/core/archive'

/** The newest; undefined where there is none. */
export const currentVersion = (versions: readonly PaperVersion[]): PaperVersion | undefined =>
  versions.toSorted((one, other) => other.version - one.version)[0]
