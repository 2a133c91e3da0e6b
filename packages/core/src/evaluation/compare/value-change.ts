import { fromJson, rational } from '../../formula/index.ts'
import type { Figure, NodeView } from '../assessment.ts'
import { shownNumber } from '../show.ts'

/** After minus before, rounded as the node is, with its sign: `+0.35`, `−2`, `+1.2 个百分点`; undefined where either is no number. */
export function valueChange(node: NodeView, before: Figure | undefined, after: Figure | undefined): string | undefined {
  const [was, now] = [before, after].map((figure) => (figure?.value === undefined ? undefined : fromJson(figure.value)))
  if (was === undefined || now === undefined) return undefined
  const change = rational.sub(now, was)
  const { decimals } = node
  const number = node.percent === true ? rational.mul(change, rational.HUNDRED) : change
  const text = shownNumber(rational.abs(number), decimals === undefined ? undefined : { decimals })
  // What rounds to nothing has no direction.
  const sign = /^[0.]+$/.test(text) ? '' : rational.sign(number) > 0 ? '+' : '−'
  return `${sign}${text}${node.percent === true ? ' 个百分点' : ''}`
}
