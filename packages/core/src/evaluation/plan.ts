import type { CheckOptions, Expression, Scope, ValueType } from '../formula/index.ts'
import type { Column, Pack, Parameter, Register } from '../packs/index.ts'
import { dimensionsOf, findGrain, listGrains, type Place } from './grains.ts'
import { firstExpression, type NodePlan, planNode } from './plan-node.ts'
import { compileProgram, type Program } from './program.ts'
import { planRating, type RatingPlan } from './rating/plan-rating.ts'
import { createScope } from './scope.ts'
import { columnType } from './scope-rowsets.ts'

/**
 * A pack made ready to be evaluated, any number of times: every formula is compiled once per place and text.
 * Mistakes never stop other formulas; they stand in the programs.
 */
export class PackPlan {
  readonly pack: Pack
  readonly grains
  private readonly nodes = new Map<string, NodePlan>()
  private readonly planning = new Set<string>()
  private readonly scopes = new Map<string, Scope>()
  private readonly programs = new Map<string, Program>()
  private readonly ratings = new Map<string, RatingPlan>()
  private readonly registers: ReadonlyMap<string, Register>
  private readonly parameters: ReadonlyMap<string, Parameter>

  constructor(pack: Pack) {
    this.pack = pack
    this.grains = listGrains(pack)
    this.registers = new Map(pack.registers.map((register) => [register.id, register]))
    this.parameters = new Map((pack.parameters ?? []).map((parameter) => [parameter.id, parameter]))
  }

  scope(place: Place): Scope {
    const name = placeName(place)
    const made = this.scopes.get(name)
    if (made !== undefined) return made
    const scope = createScope(this.pack, place, (node) => this.typeOf(node))
    this.scopes.set(name, scope)
    return scope
  }

  node(id: string): NodePlan | undefined {
    const made = this.nodes.get(id)
    if (made !== undefined) return made
    const node =
      this.pack.indicators.find((item) => item.id === id) ?? this.pack.elements?.find((item) => item.id === id)
    if (node === undefined || findGrain(this.pack, node.grain) === undefined) return undefined
    this.planning.add(id)
    const plan = planNode(this.pack, node, this.scope(node.grain))
    this.planning.delete(id)
    this.nodes.set(id, plan)
    return plan
  }

  /** Elements first, in the pack's order. */
  allNodes(): readonly NodePlan[] {
    return [...(this.pack.elements ?? []), ...this.pack.indicators].flatMap((node) => this.node(node.id) ?? [])
  }

  /** What a node holds; a node that is being planned (a cycle) counts as a number. */
  typeOf(id: string): ValueType {
    return this.expressionOf(id)?.type ?? 'number'
  }

  /** The formula of a node, where it has no mistakes; none while the node is being planned. */
  expressionOf(id: string): Expression | undefined {
    return this.planning.has(id) ? undefined : firstExpression(this.node(id)?.variants ?? new Map())
  }

  rating(id: string): RatingPlan | undefined {
    const made = this.ratings.get(id)
    const rating = this.pack.ratings?.find((candidate) => candidate.id === id)
    if (made !== undefined || rating === undefined || findGrain(this.pack, rating.grain) === undefined) return made
    const plan = planRating(this, rating)
    this.ratings.set(id, plan)
    return plan
  }

  /** A free formula at a place, compiled once. */
  program(place: Place, source: string, type?: ValueType): Program {
    const name = `${placeName(place)}|${type ?? ''}|${source}`
    const made = this.programs.get(name)
    if (made !== undefined) return made
    const program = compileProgram(source, this.scope(place), {
      ...(type === undefined ? {} : { type }),
      zeroDenominator: 'not_applicable',
    })
    this.programs.set(name, program)
    return program
  }

  /** The formula of a derived column, brought to the column's unit. */
  derivation(place: Place, source: string, { type, unit }: Pick<Column, 'type' | 'unit'>): Program {
    const name = `${placeName(place)}|=${unit ?? ''}|${source}`
    const made = this.programs.get(name)
    if (made !== undefined) return made
    const program = compileProgram(source, this.scope(place), derivationOptions(type, unit))
    this.programs.set(name, program)
    return program
  }

  register(id: string): Register | undefined {
    return this.registers.get(id)
  }

  parameter(id: string): Parameter | undefined {
    return this.parameters.get(id)
  }

  dimensionsOf(register: Register): readonly string[] {
    return dimensionsOf(register)
  }
}

/** What a formula that fills a column has to come to. */
export const derivationOptions = (type: Column['type'], unit: string | undefined): CheckOptions => ({
  type: columnType(type),
  ...(unit !== undefined && { unit }),
  zeroDenominator: 'not_applicable',
})

const placeName = (place: Place): string => (typeof place === 'string' ? place : `/${place.register}`)

export const planPack = (pack: Pack): PackPlan => new PackPlan(pack)
