import type { Trace } from '@eduduty/core/evaluation'

/** Of the lines of a panel, those below standard that a composite figure is made of, in the order of the panel. */
export function failingInputs<L extends { readonly figure: { readonly id: string; readonly state?: string } }>(
  trace: Pick<Trace, 'inputs' | 'aggregates'>,
  lines: readonly L[],
): L[] {
  const used = new Set([
    ...trace.inputs.map((input) => input.figure),
    ...trace.aggregates.flatMap((aggregate) => aggregate.figures),
  ])
  return lines.filter((line) => line.figure.state === 'unmet' && used.has(line.figure.id))
}
