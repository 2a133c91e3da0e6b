import type { DataRow, Evaluation } from '../../evaluation/index.ts'
import { rational, type Value } from '../../formula/index.ts'
import type { OutlierRule } from '../../packs/index.ts'

/** One row with what its peers are chosen by. */
export interface PeerRow {
  readonly row: DataRow
  readonly before: DataRow | undefined
  /** One text for each key; undefined where a key is not known. */
  readonly keys: readonly (string | undefined)[]
  /** Number of the band of like size; undefined where the size is not known. */
  readonly band: number | undefined
}

/** A number as a float; undefined for what is no known number. */
export function floatOf(value: Value): number | undefined {
  const { content } = value
  return content instanceof rational.Rational ? rational.toFloat(content) : undefined
}

/** The rows of a rule's register that were not refused, each with its row of the year before. */
export function peerRows(evaluation: Evaluation, rule: OutlierRule): readonly PeerRow[] {
  const table = evaluation.data.table(rule.register)
  if (table === undefined) return []
  const place = { register: rule.register }
  const past = evaluation.options.previous?.data.table(rule.register)
  const bands = rule.size?.bands.map(Number) ?? []
  return table.rows
    .filter((row) => row.source.refused?.row === undefined)
    .map((row) => {
      const at = evaluation.atRow(row)
      const textOf = (formula: string): string | undefined => {
        const { content } = evaluation.plan.program(place, formula).run(at)
        return content === undefined ? undefined : typeof content === 'string' ? content : JSON.stringify(content)
      }
      const size = rule.size && floatOf(evaluation.plan.program(place, rule.size.formula).run(at))
      const same = past?.groupBy(table.dimensions).get(table.dimensions.map((id) => row.dimension(id)).join('\u001f'))
      return {
        row,
        before: same?.length === 1 && same[0]?.source.refused?.row === undefined ? same[0] : undefined,
        keys: rule.peers.map(({ formula }) => textOf(formula)),
        band: size === undefined ? undefined : bands.filter((start) => start <= size).length,
      }
    })
}
