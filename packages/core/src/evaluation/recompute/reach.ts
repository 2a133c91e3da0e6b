import { joinKey } from '../dataset.ts'
import { parseFigureId } from '../figure-id.ts'
import type { PackPlan } from '../plan.ts'
import type { SubjectTable } from '../subject-table.ts'
import { type Dependent, dependentsIn } from './dependents.ts'

/** Cells that changed in the rows of one register. */
export interface ChangedCells {
  readonly register: string
  /** Dimensions of the register's key. */
  readonly dimensions: readonly string[]
  /** Values of these dimensions, one list for each changed row. */
  readonly keys: readonly (readonly string[])[]
  /** `all`: rows came or went. */
  readonly columns: ReadonlySet<string> | 'all'
}

/** How far changes go: what may come out differently, by position of the subject in its grain. Nothing else can. */
export interface Reach {
  readonly nodes: ReadonlyMap<string, ReadonlySet<number>>
  readonly inclusions: ReadonlyMap<string, ReadonlySet<number>>
}

/** Places where something changed: values of some dimensions. */
interface Spots {
  readonly dimensions: readonly string[]
  readonly keys: readonly (readonly string[])[]
}

/**
 * Follows changed cells, and figures that are taken to have another value (by id), through the formulas of the pack.
 * `subjects` must be the same before and after the change.
 */
export function reachOf(
  plan: PackPlan,
  subjects: (grain: string) => SubjectTable,
  changes: readonly ChangedCells[],
  figures: Iterable<string> = [],
): Reach {
  const walk = new Walk(plan, subjects)
  const dependents = dependentsIn(plan)
  for (const { register, dimensions, keys, columns } of changes) {
    const spots = { dimensions, keys }
    if (columns === 'all') walk.spread(dependents.ofRegister(register), spots)
    else for (const column of columns) walk.spread(dependents.ofColumn(register, column), spots)
  }
  for (const figure of figures) walk.touchFigure(figure)
  if (changes.length > 0 || walk.nodes.size > 0) walk.spread(dependents.open, { dimensions: [], keys: [[]] })
  walk.finish()
  return walk
}

class Walk implements Reach {
  readonly nodes = new Map<string, Set<number>>()
  readonly inclusions = new Map<string, Set<number>>()
  private readonly plan: PackPlan
  private readonly subjects: (grain: string) => SubjectTable
  private readonly waiting: { readonly dependents: readonly Dependent[]; readonly spots: Spots }[] = []

  constructor(plan: PackPlan, subjects: (grain: string) => SubjectTable) {
    this.plan = plan
    this.subjects = subjects
  }

  spread(dependents: readonly Dependent[], spots: Spots): void {
    if (dependents.length > 0) this.waiting.push({ dependents, spots })
  }

  finish(): void {
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop())
      for (const dependent of next.dependents) this.touch(dependent, next.spots)
  }

  touchFigure(figure: string): void {
    const { node = '', subject = '' } = parseFigureId(figure) ?? {}
    const plan = this.plan.node(node)
    if (plan === undefined) return
    const table = this.subjects(plan.grain)
    const index = table.indexOf(subject)
    if (index === undefined) return
    const keys = [table.subjects[index]?.values ?? []]
    this.touch({ kind: 'node', id: node, grain: plan.grain }, { dimensions: table.grain.dimensions, keys })
  }

  /** Goes on only from subjects that were not reached before: the walk ends. */
  private touch(dependent: Dependent, spots: Spots): void {
    const table = this.subjects(dependent.grain)
    const known = this.known(dependent)
    const fresh = subjectsAt(table, spots).filter((index) => !known.has(index))
    if (fresh.length === 0) return
    for (const index of fresh) known.add(index)
    const all = dependentsIn(this.plan)
    const { dimensions } = table.grain
    const keys = fresh.map((index) => table.subjects[index]?.values ?? [])
    this.spread(dependent.kind === 'node' ? all.ofNode(dependent.id) : all.ofInclusion(dependent.grain), {
      dimensions,
      keys,
    })
  }

  private known(dependent: Dependent): Set<number> {
    const [sets, name] = dependent.kind === 'node' ? [this.nodes, dependent.id] : [this.inclusions, dependent.grain]
    const known = sets.get(name) ?? new Set<number>()
    sets.set(name, known)
    return known
  }
}

/** Subjects that agree with one of the spots on all dimensions that both have. */
function subjectsAt(table: SubjectTable, { dimensions, keys }: Spots): readonly number[] {
  const common = table.grain.dimensions.filter((dimension) => dimensions.includes(dimension))
  if (common.length === 0) return keys.length === 0 ? [] : [...table.subjects.keys()]
  const places = common.map((dimension) => dimensions.indexOf(dimension))
  const wanted = new Set(keys.map((key) => joinKey(places.map((place) => key[place] ?? ''))))
  return [...table.keysOn(common).entries()].flatMap(([index, key]) => (wanted.has(key) ? [index] : []))
}
