import { writeXlsx } from 'hucre/xlsx'
import type { SeedUnit, SeedWorld } from './world-plan.ts'

/** A workbook that went back red, with the canary of its unit in it. */
export async function makeMarked(world: SeedWorld): Promise<(unit: SeedUnit) => Uint8Array> {
  const made = new Map<SeedUnit, Uint8Array>()
  for (const unit of world.units)
    made.set(unit, await writeXlsx({ sheets: [{ name: '试验台账', rows: [['名称'], [unit.canary]] }] }))
  return (unit) => {
    const bytes = made.get(unit)
    if (bytes === undefined) throw new Error(`no workbook of ${unit.path}`)
    return bytes
  }
}
