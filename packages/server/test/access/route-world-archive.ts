import { archiveIds } from './seed-archive.ts'
import type { SeedUnit } from './world-plan.ts'

/** Ids of what a unit has in the archive, and of its county's catalogue. */
export interface ArchiveTarget {
  readonly catalogue: string
  readonly need: string
  readonly paper: string
  readonly archiveRequest: string
}

export function targetArchive(unit: SeedUnit): ArchiveTarget {
  const { catalogue, need, paper, request } = archiveIds(unit)
  return { catalogue, need, paper, archiveRequest: request }
}

/** Ids of the same form that nothing has. */
export const ghostArchive = (id: (what: string) => string): ArchiveTarget => ({
  catalogue: id('archive catalogue'),
  need: id('archive need'),
  paper: id('archive paper'),
  archiveRequest: id('archive request'),
})
