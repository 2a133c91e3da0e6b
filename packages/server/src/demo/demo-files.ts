import type { Register } from '@eduduty/core/packs'
import type { DrawnSheet } from './draw-vertical-form.ts'
import type { CellPlacement, Placement } from './placement.ts'
import { workbookBytes } from './write-workbook.ts'

/** One file of the demo folder. */
export interface DemoFile {
  /** Path inside the demo folder, with /. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Collects files and remembers where every figure went. */
export interface DemoFiles {
  readonly files: DemoFile[]
  readonly placements: Placement[]
  addWorkbook(path: string, sheets: readonly DrawnSheet[], author: string): Promise<void>
  addBytes(
    path: string,
    bytes: Uint8Array,
    cells?: { readonly sheet: string; readonly cells: readonly CellPlacement[] },
  ): void
}

export function createDemoFiles(): DemoFiles {
  const files: DemoFile[] = []
  const placements: Placement[] = []
  return {
    files,
    placements,
    async addWorkbook(path, sheets, author) {
      const drafts = sheets.map((sheet) => sheet.draft)
      files.push({ path, bytes: await workbookBytes(drafts, author, `${path.slice(0, 4)}-09-20`) })
      for (const { draft, cells } of sheets) {
        for (const cell of cells) placements.push({ ...cell, file: path, sheet: draft.name })
      }
    },
    addBytes(path, bytes, drawn) {
      files.push({ path, bytes })
      for (const cell of drawn?.cells ?? []) placements.push({ ...cell, file: path, sheet: drawn?.sheet ?? '' })
    },
  }
}

/** The pack's registers by id; throws when the pack lacks one that the demo county fills. */
export type GetRegister = (id: string) => Register

export function registerFinder(registers: readonly Register[]): GetRegister {
  return (id) => {
    const found = registers.find((register) => register.id === id)
    if (found === undefined) throw new Error(`标准包里没有台账 ${id}，演示县要按它生成工作簿`)
    return found
  }
}
