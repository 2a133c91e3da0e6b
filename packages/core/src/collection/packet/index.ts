/** The offline packet: checks of a form as formulas of a spreadsheet. */
export { type CheckExpressions, type CheckFormulas, checkFormulas, packetVerdicts } from './check-formula.ts'
export { type ColumnStatus, columnStatus, type StatusWanted } from './column-status.ts'
export { PacketConflict } from './contracts.ts'
export type { PacketCell, PacketCells } from './packet-cells.ts'
