import type { Register } from '@eduduty/core/packs'
import { county } from '../county.ts'
import { createDemoFiles, type DemoFile } from '../demo-files.ts'
import { lineOf } from '../draw-school-workbook.ts'
import { drawTable } from '../draw-table.ts'
import { plainTable } from '../layouts.ts'
import { demoUnits } from '../staff/demo-units.ts'
import { handedInRegisters } from './handed-in.ts'

/** The rosters by which children out of school are found as workbooks that a clerk imports, one for each office and register. */
export async function buildEnrolmentFiles(registers: readonly Register[]): Promise<readonly DemoFile[]> {
  const out = createDemoFiles()
  for (const { register: id, office, year, rows } of handedInRegisters()) {
    const register = registers.find((one) => one.id === id)
    if (register === undefined) throw new Error(`标准包里没有台账 ${id}，演示县要按它生成工作簿`)
    const name = unitName(office)
    const title = `${county.name}${name}${year}年${register.title}`
    const texts = { sheet: register.title, title, line: lineOf(name, year) }
    const { draft } = drawTable(register, rows, plainTable, texts)
    await out.addWorkbook(`${year}/${name}${register.title}.xlsx`, [{ draft, cells: [] }], name)
  }
  return out.files
}

function unitName(id: string): string {
  const unit = demoUnits.find((one) => one.id === id && one.area === 'county')
  if (unit === undefined) throw new Error(`the demo county has no unit ${id}`)
  return unit.name
}
