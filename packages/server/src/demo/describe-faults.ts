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
    const where = describePlaces(placesOf(fault, placements))
    return `| ${[fault.id, String(fault.year), fault.title, where || whereElse(fault), fault.shown].join(' | ')} |`
  })
  return [
    '| 编号 | 年度 | 植入的问题 | 所在文件、工作表、单元格 | 软件在哪里显示 |',
    '|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

/** Each file once, with the cells of each of its sheets. */
function describePlaces(places: readonly FaultPlace[]): string {
  const sheets = groupBy(places, (place) => place.file)
  return [...sheets]
    .map(([file, inside]) => `\`${file.slice(file.indexOf('/') + 1)}\`${describeCells(inside)}`)
    .join('<br>')
}

function describeCells(places: readonly FaultPlace[]): string {
  const sheets = groupBy(places, (place) => place.sheet ?? '')
  return [...sheets]
    .filter(([sheet]) => sheet !== '')
    .map(([sheet, cells]) => ` “${sheet}” ${cells.map((place) => place.cell).join('、')}`)
    .join('；')
}

function groupBy(places: readonly FaultPlace[], key: (place: FaultPlace) => string): Map<string, FaultPlace[]> {
  const groups = new Map<string, FaultPlace[]>()
  for (const place of places) groups.set(key(place), [...(groups.get(key(place)) ?? []), place])
  return groups
}

function whereElse(fault: PlantedFault): string {
  return fault.withheld === undefined ? '全县各校数据' : `没有“${fault.withheld}”的工作簿`
}
