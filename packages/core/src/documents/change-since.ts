import { Rational, rational } from '../formula/index.ts'
import { displayOf, type FigureSource } from './figure-source.ts'
import type { Binding } from './report-model.ts'

/** How a figure stands against its last year. `binding` gives the size of the change, without a sign. */
export type Change =
  | { readonly kind: 'unknown'; readonly figures: readonly string[] }
  | { readonly kind: 'same'; readonly figures: readonly string[] }
  | { readonly kind: 'moved'; readonly verb: string; readonly unit: string; readonly binding: Binding }

/**
 * What became of a figure since last year: shares rise and fall by 个百分点, amounts by their own unit, and with
 * `percent` by how many per cent of last year.
 */
export function changeSince(source: FigureSource, asked: Binding): Change {
  const { grain, subject, formula, percent = false } = asked
  const size = `(${formula}) - 上年(${formula})`
  const { value, figures } = source.evaluateAt(grain, subject, size)
  if (!(value.content instanceof Rational)) return { kind: 'unknown', figures }
  const sign = rational.sign(value.content)
  if (sign === 0) return { kind: 'same', figures }
  const own = source.evaluateAt(grain, subject, formula).unit
  const isShare = own === '%' && !percent
  const rises = percent ? '增长' : isShare ? '提高' : '增加'
  const falls = percent || isShare ? '下降' : '减少'
  return {
    kind: 'moved',
    verb: sign > 0 ? rises : falls,
    unit: percent ? '' : isShare ? '个百分点' : (own ?? '').replace(/\/.*$/u, ''),
    binding: {
      ...asked,
      formula: percent ? `绝对值(${size}) ÷ 上年(${formula})` : `绝对值(${size})`,
      decimals: asked.decimals ?? displayOf(source.pack, formula)?.decimals,
    },
  }
}
