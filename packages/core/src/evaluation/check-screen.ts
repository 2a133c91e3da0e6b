import { Screen } from '../formula/index.ts'
import type { RegisterTable } from './dataset.ts'
import type { Evaluation } from './evaluation.ts'
import type { PlaceEnvironment } from './place.ts'
import type { Program } from './program.ts'

interface Ground {
  readonly screen: Screen
  readonly environments: readonly PlaceEnvironment[]
}

/** Below this many places looking at columns costs more than asking each place. */
const FEW = 8

/** Where the rules of one county in one year are worth asking: the places that columns of numbers do not clear already. */
export class CheckScreen {
  private readonly evaluation: Evaluation
  private readonly grounds = new Map<string, Ground>()

  constructor(evaluation: Evaluation) {
    this.evaluation = evaluation
  }

  /** Positions in `table.rows` where the rule may be false. */
  rows(program: Program, table: RegisterTable): readonly number[] {
    return suspects(
      program,
      this.ground(`/${table.register.id}`, () => table.rows.map((row) => this.evaluation.atRow(row))),
    )
  }

  /** Subjects of a grain where the rule may be false. */
  subjects(program: Program, grain: string): readonly number[] {
    const place = this.evaluation.place(grain)
    return suspects(
      program,
      this.ground(grain, () => place.table.subjects.map((_, index) => place.at(index))),
    )
  }

  private ground(name: string, list: () => readonly PlaceEnvironment[]): Ground {
    const made = this.grounds.get(name)
    if (made !== undefined) return made
    const environments = list()
    const first = (index: number): PlaceEnvironment => {
      const found = environments[index]
      if (found === undefined) throw new RangeError(`no place ${index} in ${name}`)
      return found
    }
    const ground = { screen: new Screen({ size: environments.length, environment: first }), environments }
    this.grounds.set(name, ground)
    return ground
  }
}

function suspects(program: Program, { screen, environments }: Ground): readonly number[] {
  if (program.expression === undefined || environments.length < FEW) return [...environments.keys()]
  return screen.suspects(program.expression)
}
