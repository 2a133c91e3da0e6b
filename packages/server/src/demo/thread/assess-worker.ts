import { parentPort, workerData } from 'node:worker_threads'
import type { RegisterRow } from '@eduduty/core/collection'
import { findUnitColumn } from '@eduduty/core/packs'
import { assessFolder, writeOutputs } from '../../evaluation/index.ts'
import { silentProgress } from '../../platform/progress.ts'
import type { AssessReply, AssessRequest, SentRow } from './assess-protocol.ts'

/** Entry of the thread that evaluates a folder of the demo and writes what comes of it. */
async function main({ folder, output }: AssessRequest): Promise<AssessReply> {
  const { county, read } = await assessFolder(folder, silentProgress)
  const outputs = await writeOutputs({ county, read }, undefined, output, silentProgress)
  const { pack } = folder.pack
  const columns = new Map(pack.registers.map((register) => [register.id, findUnitColumn(pack, register)?.id]))
  const units = new Set(read.rows.map(({ register, values }) => String(values[columns.get(register) ?? ''] ?? '')))
  const names = new Map([...units].map((unit) => [unit, county.evaluation.data.nameOf(unit)]))
  const { rows, ...rest } = read
  return { assessment: county.assessment(), read: rest, rows: rows.map(sentRow), outputs, names }
}

function sentRow({ source, ...row }: RegisterRow): SentRow {
  return { ...row, source: { file: source.file, sheet: source.sheet, row: source.row } }
}

parentPort?.postMessage(await main(workerData))
