import {
  type CheckOptions,
  check,
  compile,
  type Environment,
  type Expression,
  failed,
  type Problem,
  type Scope,
  type Value,
} from '../formula/index.ts'
/** A formula ready to run. One with mistakes runs too: its result is 错误 with the first mistake as cause. */
export interface Program {
  readonly source: string
  readonly expression: Expression | undefined
  readonly problems: readonly Problem[]
  readonly run: (environment: Environment) => Value
}

export function compileProgram(source: string, scope: Scope, options: CheckOptions = {}): Program {
  const { expression, problems } = check(source, scope, options)
  if (expression === undefined || problems.length > 0) {
    const first = problems[0]
    const result = failed([{ code: first?.code ?? 'formula_error', message: `公式有误：${first?.message ?? source}` }])
    return { source, expression: undefined, problems, run: () => result }
  }
  return { source, expression, problems, run: compile(expression) }
}

/** Names of another scope with some more of its own. */
export function extendScope(scope: Scope, extra: ReadonlyMap<string, ReturnType<Scope['findScalar']>>): Scope {
  return {
    findScalar: (path) => extra.get(path.join('.')) ?? scope.findScalar(path),
    findRowset: scope.findRowset,
    names: () => [...extra.keys(), ...scope.names()],
  }
}
