import type { Figure, NodeView } from '@eduduty/core/evaluation'

/** The standard, one text for each stage: as applied to the county where it has the figure, else as declared. */
export function standardTexts(node: NodeView | undefined, figures: readonly Figure[] = []): string[] {
  const [only] = figures
  if (figures.length === 1 && only?.standard !== undefined) return [only.standard.text]
  return Object.entries(node?.standard ?? {}).map(([stage, text]) => (stage === '' ? text : `${stage} ${text}`))
}

/** A number to sort by; exact judging never uses it. */
export function sortValue(figure: Figure | undefined): number | string | undefined {
  const value = figure?.value
  if (value === undefined) return undefined
  const [over = '', under = '1'] = value.split('/')
  const number = Number(over) / Number(under)
  return Number.isNaN(number) ? value : number
}
