/** What a scalar id of the evaluation stands for. The ids travel through the formula engine as opaque text. */
export type SymbolTarget =
  | { readonly kind: 'dimension' | 'column' | 'section' | 'effect'; readonly id: string }
  | { readonly kind: 'parameter'; readonly id: string; readonly choice: string | undefined }
  | { readonly kind: 'node'; readonly id: string; readonly part: NodePart }
  | { readonly kind: 'rating'; readonly id: string; readonly part: RatingPart }
  | { readonly kind: 'label' | 'verdict' | 'year' | 'evaluated_on' }

/** The value itself, whether its standard is met, the number of its standard, its points and full points, or its level. */
export type NodePart = 'value' | 'met' | 'standard' | 'score' | 'full' | 'level'

/** Points, full points, the grade after effects, the one that the points alone give, or whether the grade is 达标. */
export type RatingPart = 'points' | 'outOf' | 'grade' | 'base' | 'passed'

export function symbolId(target: SymbolTarget): string {
  switch (target.kind) {
    case 'dimension':
    case 'column':
    case 'section':
    case 'effect':
      return `${target.kind}:${target.id}`
    case 'parameter':
      return target.choice === undefined ? `parameter:${target.id}` : `parameter:${target.id}:${target.choice}`
    case 'node':
    case 'rating':
      return `${target.part}:${target.id}`
    case 'label':
    case 'verdict':
    case 'year':
    case 'evaluated_on':
      return `${target.kind}:`
  }
}

/** Reads an id made by `symbolId`; undefined for anything else. */
export function parseSymbolId(id: string): SymbolTarget | undefined {
  const [kind = '', name = '', ...rest] = id.split(':')
  switch (kind) {
    case 'dimension':
    case 'column':
    case 'section':
    case 'effect':
      return { kind, id: name }
    case 'parameter':
      return { kind, id: name, choice: rest.length === 0 ? undefined : rest.join(':') }
    case 'value':
    case 'met':
    case 'standard':
    case 'score':
    case 'full':
    case 'level':
      return { kind: 'node', id: name, part: kind }
    case 'points':
    case 'outOf':
    case 'grade':
    case 'base':
    case 'passed':
      return { kind: 'rating', id: name, part: kind }
    case 'label':
    case 'verdict':
    case 'year':
    case 'evaluated_on':
      return { kind }
    default:
      return undefined
  }
}

/** Rowset of the subjects of a grain, and of the members of a group. A register's rowset id is the register's id. */
export const subjectsRowset = (grain: string): string => `grain:${grain}`
export const groupRowset = (group: string): string => `group:${group}`

/** What a rowset id stands for. */
export function parseRowsetId(id: string): { readonly kind: 'register' | 'grain' | 'group'; readonly id: string } {
  if (id.startsWith('grain:')) return { kind: 'grain', id: id.slice('grain:'.length) }
  if (id.startsWith('group:')) return { kind: 'group', id: id.slice('group:'.length) }
  return { kind: 'register', id }
}
