import { COUNTY } from '../evaluation/index.ts'
import { formulasOf, type PackPath, parseTemplate } from '../packs/index.ts'

/** A figure that a report prints: by which formula, at which kind of subject, and where in the pack it stands. */
export interface PrintedFigure {
  readonly formula: string
  readonly grain: string
  readonly path: PackPath
}

/** Keys under which the text of a report stands, and those of one figure or several. */
const textKeys = new Set(['text', 'lead', 'lead_all', 'item', 'end', 'none', 'unknown', 'kept', 'title'])
const figureKeys = new Set(['value', 'values'])
/** Keys whose content is told of each subject of `over`. */
const repeatedKeys = new Set(['row', 'item'])

/** Every figure that the sections of an outline print, in their order; those of one formula as often as it is printed. */
export function printedFigures(node: unknown, path: PackPath, grain: string = COUNTY): readonly PrintedFigure[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => printedFigures(one, [...path, index], grain))
  if (typeof node !== 'object' || node === null) return []
  const entries: readonly (readonly [string, unknown])[] = Object.entries(node)
  const keys = new Map(entries)
  const here = grainAt(keys.get('at')) ?? grain
  const over = keys.get('over')
  return entries.flatMap(([key, value]) => {
    const at = [...path, key]
    const place = typeof over === 'string' && repeatedKeys.has(key) ? over : here
    const texts = [value].flat().flatMap((text) => (typeof text === 'string' ? [text] : []))
    if (texts.length === 0) return printedFigures(value, at, place)
    if (!textKeys.has(key) && !figureKeys.has(key)) return []
    const formulas = textKeys.has(key) ? texts.flatMap((text) => formulasOf(parseTemplate(text))) : texts
    return formulas.map((formula) => ({ formula, grain: place, path: at }))
  })
}

function grainAt(at: unknown): string | undefined {
  if (typeof at !== 'object' || at === null || !('grain' in at)) return undefined
  return typeof at.grain === 'string' ? at.grain : undefined
}
