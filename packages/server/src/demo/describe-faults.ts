import type { Placement } from './placement.ts'
import { plantedFaults } from './plant-faults.ts'
import type { PlantedFault } from './planted-fault.ts'

/** Where a fault was planted: cells, or a whole file. */
export interface FaultPlace {
  readonly file: string
  readonly sheet?: string
  readonly cell?: string
}

/** The places of a fault among everything that was written; none for a fault of omission or of the whole county. */
export function placesOf(fault: PlantedFault, placements: readonly Placement[]): FaultPlace[] {
  const cells = (fault.changes ?? []).flatMap((change) =>
    placements.filter(
      (place) =>
        place.year === fault.year &&
        place.register === change.register &&
        place.unit === change.unit &&
        place.column === change.column,
    ),
  )
  return fault.file === undefined ? cells : [{ file: fault.file }]
}

/** The list of planted faults as a Markdown table, in Chinese. */
export function describeFaults(placements: readonly Placement[]): string {
  const lines = plantedFaults.map((fault) => {
    const where = placesOf(fault, placements).map(describePlace)
    return `| ${[fault.id, String(fault.year), fault.title, where.join('<br>') || whereElse(fault), fault.shown].join(' | ')} |`
  })
  return [
    '| 编号 | 年度 | 植入的问题 | 所在文件、工作表、单元格 | 软件在哪里显示 |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

function describePlace(place: FaultPlace): string {
  const file = place.file.slice(place.file.indexOf('/') + 1)
  return place.sheet === undefined || place.cell === undefined
    ? `\`${file}\``
    : `\`${file}\` “${place.sheet}” ${place.cell}`
}

function whereElse(fault: PlantedFault): string {
  return fault.withheld === undefined ? '全县各校数据' : `没有“${fault.withheld}”的工作簿`
}
