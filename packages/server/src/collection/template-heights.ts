import { textWidth } from '../platform/xlsx/text-width.ts'

const LINE = 15
const LEAST = 20

/** Height in points of a row in which texts are wrapped in columns of these widths: programs do not find it themselves. */
export function heightOf(cells: readonly (readonly [text: string, width: number])[]): number {
  const lines = cells.map(([text, width]) => Math.ceil(textWidth(text) / Math.max(1, width - 1)))
  return Math.max(LEAST, Math.max(1, ...lines) * LINE + 4)
}
