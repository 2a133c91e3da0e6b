import type { Figure, NodeView } from '@eduduty/core/evaluation'

/** The standard in one line: as applied to the county where there is one figure, else the declared text by stage. */
export function standardLine(node: NodeView | undefined, figure?: Figure): string {
  if (figure?.standard !== undefined) return figure.standard.text
  const texts = Object.entries(node?.standard ?? {})
  return texts.map(([stage, text]) => (stage === '' ? text : `${stage} ${text}`)).join('；')
}

/** A number to sort by; exact judging never uses it. */
export function sortValue(figure: Figure | undefined): number | string | undefined {
  const value = figure?.value
  if (value === undefined) return undefined
  const [over = '', under = '1'] = value.split('/')
  const number = Number(over) / Number(under)
  return Number.isNaN(number) ? value : number
}
