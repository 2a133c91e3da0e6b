import type { Cells } from './sound-county.ts'

/** Register, row number in the sound county, the cells put in ('' takes a cell out), and words that the message must hold. */
export type CheckCase = readonly [register: string, row: number, cells: Cells, says: readonly string[]]
