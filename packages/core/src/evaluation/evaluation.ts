import { failed, missing, notApplicable, type Value } from '../formula/index.ts'
import type { ParameterValue } from '../packs/index.ts'
import type { DataRow, RegisterTable } from './dataset.ts'
import type { AtPlace, EvaluatedYear, EvaluationOptions, Inclusion, PlaceKind } from './evaluated-year.ts'
import { figureId } from './figure-id.ts'
import { COUNTY } from './grains.ts'
import { allTrue, type Judgement, metValue, stateOfTruth } from './judge.ts'
import { listSubjects } from './list-subjects.ts'
import { type AppliedParameter, applyParameter, entriesInForce } from './parameter-values.ts'
import { GrainPlace, PlaceEnvironment, rowPlace } from './place.ts'
import type { PackPlan } from './plan.ts'
import type { NodePlan, NodeVariant } from './plan-node.ts'
import { effectAt, negated } from './rating/effect-truth.ts'
import { grainOfEffect, isVetoOfVerdict } from './rating/effects-of.ts'
import { Ratings } from './rating/ratings.ts'
import { judgedByLevel, verifiedAt } from './rating/verified-at.ts'
import type { Reach } from './recompute/reach.ts'
import { SubjectTable } from './subject-table.ts'
import type { YearData } from './year-data.ts'

const INCLUDED: Inclusion = { state: 'included', exclusion: undefined, causes: [] }
const CIRCULAR: Value = failed([{ code: 'circular', message: '公式互相引用，绕回了自己' }])
const CIRCULAR_JUDGEMENT: Judgement = { state: 'error', truth: CIRCULAR, limit: undefined }
const NO_VARIANT: Value = notApplicable([{ code: 'other_stage', message: '此项不适用于这一学段' }])

const NOT_IN_FORCE: Value = notApplicable([{ code: 'not_in_force', message: '此项在评估日期不适用' }])

/** What was computed over nearly the same rows, and how far their difference reaches: the rest still holds. */
export interface Carried {
  readonly from: Evaluation
  readonly reach: Reach
}

/** All values of one county in one year: each is computed once, when first asked for, from those it stands on. */
export class Evaluation implements EvaluatedYear {
  readonly plan: PackPlan
  readonly data: YearData
  readonly options: EvaluationOptions
  private readonly rowKinds = new Map<RegisterTable, PlaceKind>()
  private readonly places = new Map<string, GrainPlace>()
  private readonly values = new Map<string, (Value | undefined)[]>()
  private readonly judgements = new Map<string, (Judgement | undefined)[]>()
  private readonly lastJudgements = new Map<string, Judgement>()
  private readonly inclusions = new Map<string, (Inclusion | undefined)[]>()
  private readonly parameters = new Map<string, AppliedParameter>()
  private readonly entries = new Map<string, readonly ParameterValue[]>()
  private readonly mets = new Map<string, Value>()
  readonly ratings: Ratings = new Ratings(this)

  constructor(plan: PackPlan, data: YearData, options: EvaluationOptions, carried?: Carried) {
    this.plan = plan
    this.data = data
    this.options = options
    if (carried === undefined) return
    const { from, reach } = carried
    for (const { id, from: roster } of plan.grains)
      this.keepPlace(id, from.subjects(id).withRows(roster === undefined ? undefined : data.table(roster)))
    carry(from.values, this.values, reach.nodes)
    carry(from.judgements, this.judgements, reach.nodes)
    carry(from.inclusions, this.inclusions, reach.inclusions)
  }

  /** @throws RangeError when the pack has no such grain */
  place(grain: string): GrainPlace {
    const made = this.places.get(grain)
    if (made !== undefined) return made
    const declared = this.plan.grains.find((candidate) => candidate.id === grain)
    if (declared === undefined) throw new RangeError(`no such grain: ${grain}`)
    // A condition of existence that asks for the subjects themselves finds none, instead of asking for ever.
    this.places.set(grain, new GrainPlace(this, new SubjectTable(declared, [])))
    const from = declared.from === undefined ? undefined : this.data.table(declared.from)
    const table = listSubjects(this.plan.pack, declared, from, this.options.countyName, (of, value, row) => {
      const where = { register: row.table.register.id }
      return this.plan.program(where, of.exists?.[value] ?? '真', 'truth').run(this.atRow(row))
    })
    return this.keepPlace(grain, table)
  }

  private keepPlace(grain: string, table: SubjectTable): GrainPlace {
    const place = new GrainPlace(this, table)
    this.places.set(grain, place)
    return place
  }

  /** A row of a register as a place where conditions and checks stand. */
  atRow(row: DataRow): PlaceEnvironment {
    const kind = this.rowKinds.get(row.table) ?? rowPlace(row.table)
    this.rowKinds.set(row.table, kind)
    return new PlaceEnvironment(this, kind, -1, row)
  }

  subjects(grain: string): SubjectTable {
    return this.place(grain).table
  }

  value(node: NodePlan, index: number): Value {
    let slots = this.values.get(node.id)
    if (slots === undefined) {
      slots = []
      this.values.set(node.id, slots)
    }
    const made = slots[index]
    if (made !== undefined) return made
    slots[index] = CIRCULAR
    const value =
      this.assumedAt(node, index) ??
      this.variantAt(node, index)?.formula.run(this.place(node.grain).at(index)) ??
      NO_VARIANT
    slots[index] = value
    return value
  }

  private assumedAt(node: NodePlan, index: number): Value | undefined {
    const { assumed } = this.options
    return assumed?.get(figureId(node.id, this.subjects(node.grain).subjects[index]?.id ?? ''))
  }

  /** The variant for the subject's stage; undefined where the node says nothing about that stage. */
  variantAt(node: NodePlan, index: number): NodeVariant | undefined {
    if (node.stagedBy === undefined) return node.variants.get('')
    return node.variants.get(this.subjects(node.grain).subjects[index]?.values[node.stagedBy] ?? '')
  }

  /** Undefined for elements and for indicators that carry information only. */
  judgement(node: NodePlan, index: number): Judgement | undefined {
    let slots = this.judgements.get(node.id)
    if (slots === undefined) {
      slots = []
      this.judgements.set(node.id, slots)
    }
    const made = slots[index]
    if (made !== undefined) return made
    slots[index] = CIRCULAR_JUDGEMENT
    const judgement = this.judge(node, index)
    // Thousands of subjects share a light, a truth and a limit: one object stands for all of them.
    const before = this.lastJudgements.get(node.id)
    const isSame = before?.truth === judgement?.truth && before?.limit === judgement?.limit
    const kept = isSame ? before : judgement
    if (kept !== undefined) this.lastJudgements.set(node.id, kept)
    slots[index] = kept
    return kept
  }

  private judge(node: NodePlan, index: number): Judgement | undefined {
    if (node.indicator === undefined) return undefined
    const variant = this.variantAt(node, index)
    const { since = '', until = '9999' } = node.indicator
    const inForce = since <= this.options.occasion.date && this.options.occasion.date <= until
    if (variant === undefined || !inForce)
      return { state: 'not_applicable', truth: inForce ? NO_VARIANT : NOT_IN_FORCE, limit: undefined }
    const verified = judgedByLevel(node, verifiedAt(this, node, index))
    if (verified !== undefined) return verified
    const environment = this.place(node.grain).at(index)
    if (variant.standard !== undefined) {
      const value = this.value(node, index)
      const limit = variant.limit?.run(environment)
      if (value.status === 'not_applicable' || value.status === 'error')
        return { state: stateOfTruth(value), truth: value, limit }
      const truth = variant.standard.run(environment)
      return { state: stateOfTruth(truth), truth, limit }
    }
    if (variant.formula.expression !== undefined && variant.formula.expression.type !== 'truth') return undefined
    const truth = this.value(node, index)
    return { state: stateOfTruth(truth), truth, limit: undefined }
  }

  inclusion(grain: string, index: number): Inclusion {
    const place = this.place(grain)
    const exclusions = place.table.grain.exclusions ?? []
    if (exclusions.length === 0) return INCLUDED
    let slots = this.inclusions.get(grain)
    if (slots === undefined) {
      slots = []
      this.inclusions.set(grain, slots)
    }
    const made = slots[index]
    if (made !== undefined) return made
    slots[index] = { state: 'undecided', exclusion: undefined, causes: CIRCULAR.causes }
    let found: Inclusion = INCLUDED
    for (const exclusion of exclusions) {
      const holds = this.plan.program(grain, exclusion.when, 'truth').run(place.at(index))
      if (holds.content === true) {
        found = { state: 'excluded', exclusion, causes: [] }
        break
      }
      if (holds.content === undefined && holds.status !== 'not_applicable' && found.state === 'included')
        found = { state: 'undecided', exclusion, causes: holds.causes }
    }
    slots[index] = found
    return found
  }

  /** The parameter entry at a subject; `choice` names the value of its one fixed dimension instead. */
  parameter(id: string, environment: AtPlace, choice?: string): AppliedParameter {
    const same = this.parameters.get(id)
    if (same !== undefined) return same
    const parameter = this.plan.parameter(id)
    if (parameter === undefined)
      return { value: failed([{ code: 'no_parameter', message: `没有参数“${id}”` }]), entry: undefined }
    const by = parameter.by ?? []
    const dimensions = choice === undefined ? by.map((dimension) => environment.dimension(dimension)) : [choice]
    const conditional = parameter.values.some((entry) => entry.when !== undefined)
    // A parameter that is the same for all subjects is kept under its id alone.
    const slot =
      by.length === 0 && !conditional ? id : `${id}|${dimensions.join('|')}|${conditional ? environment.name : ''}`
    const made = this.parameters.get(slot)
    if (made !== undefined) return made
    const named = Object.fromEntries(by.map((dimension, index) => [dimension, dimensions[index] ?? '']))
    const group = `${id}|${dimensions.join('|')}`
    const entries = this.entries.get(group) ?? entriesInForce(parameter, named, this.options.occasion)
    this.entries.set(group, entries)
    this.parameters.set(slot, { value: CIRCULAR, entry: undefined })
    const applied = applyParameter(this.plan, parameter, entries, environment.kind.where, environment)
    this.parameters.set(slot, applied)
    return applied
  }

  /** Whether an indicator is met for all included subjects that lie in the place; its own light at the same or a coarser grain. */
  met(node: NodePlan, environment: AtPlace): Value {
    const own = environment.enclosing(node.grain)
    if (own !== undefined) return metValue(this.judgement(node, own))
    return this.remember(`${node.id}|${environment.name}`, () => {
      const { inside, open } = environment.inside(node.grain)
      const lights = inside.map((index) => metValue(this.judgement(node, index)))
      return allTrue([...lights, ...open.map((causes) => missing(causes))])
    })
  }

  /** Computes a truth once; one that asks for itself gets an error. */
  private remember(slot: string, make: () => Value): Value {
    const made = this.mets.get(slot)
    if (made !== undefined) return made
    this.mets.set(slot, CIRCULAR)
    const value = make()
    this.mets.set(slot, value)
    return value
  }

  county(): PlaceEnvironment {
    return this.place(COUNTY).at(0)
  }

  sectionTruth(id: string): Value {
    return this.remember(`section ${id}`, () => {
      const section = this.plan.pack.sections?.find((candidate) => candidate.id === id)
      const items = (section?.items ?? []).flatMap((item) => this.plan.node(item) ?? [])
      return allTrue(items.map((node) => this.met(node, this.county())))
    })
  }

  effectInYear(id: string, index = 0): Value {
    const effect = this.plan.pack.effects?.find((candidate) => candidate.id === id)
    if (effect === undefined) return failed([{ code: 'no_effect', message: `没有“${id}”这一事项` }])
    const grain = grainOfEffect(this.plan.pack, effect)
    return this.remember(`effect ${id}#${index}`, () =>
      this.plan.program(grain, effect.when, 'truth').run(this.place(grain).at(index)),
    )
  }

  effectTruth(id: string, index = 0): Value {
    const effect = this.plan.pack.effects?.find((candidate) => candidate.id === id)
    return effect === undefined ? this.effectInYear(id) : effectAt(this, effect, index)
  }

  /** The verdict before effects; without a verdict formula: every section is met. */
  verdictTruth(): Value {
    return this.remember('verdict', () => {
      const formula = this.plan.pack.verdict?.formula
      if (formula !== undefined) return this.plan.program(COUNTY, formula, 'truth').run(this.county())
      return allTrue((this.plan.pack.sections ?? []).map((section) => this.sectionTruth(section.id)))
    })
  }

  /** The verdict with its vetoes on top, those of no rating: a struck one makes the whole unmet, an open one leaves it open. */
  outcome(): Value {
    return this.remember('outcome', () => {
      const base = this.verdictTruth()
      const vetoes = (this.plan.pack.effects ?? []).filter(isVetoOfVerdict)
      const clear = vetoes.map((effect) => negated(this.effectTruth(effect.id)))
      const withVetoes = allTrue([base, ...clear])
      return base.status === 'not_applicable' && withVetoes.content !== false ? base : withVetoes
    })
  }
}

/** Slots by name. Those that a change does not reach hold the same in both evaluations, whichever fills them. */
function carry<Slot>(
  from: ReadonlyMap<string, (Slot | undefined)[]>,
  to: Map<string, (Slot | undefined)[]>,
  reached: ReadonlyMap<string, ReadonlySet<number>>,
): void {
  for (const [name, slots] of from) {
    const emptied = reached.get(name)
    const kept = emptied === undefined ? slots : [...slots]
    for (const index of emptied ?? []) kept[index] = undefined
    to.set(name, kept)
  }
}
