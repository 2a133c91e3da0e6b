/** Conditions of a WHERE with their numbered parameters. */
export interface Conditions {
  /** Adds a condition; `?` stands for the parameter. */
  add(condition: string, parameter: unknown): void
  /** Number of a parameter that several places use, as `$3`. */
  parameter(value: unknown): string
  readonly parameters: readonly unknown[]
  /** `where …`, or nothing. */
  text(): string
}

export function startConditions(): Conditions {
  const conditions: string[] = []
  const parameters: unknown[] = []
  const parameter = (value: unknown): string => `$${parameters.push(value)}`
  return {
    add: (condition, value) => void conditions.push(condition.replaceAll('?', parameter(value))),
    parameter,
    parameters,
    text: () => (conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`),
  }
}

/** Text that LIKE takes as it is. */
export function literalLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
