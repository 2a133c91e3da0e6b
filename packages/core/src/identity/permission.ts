import { isWithin, type OrgPath } from '../organizations/index.ts'
import { type RoleId, verbsOf } from './roles.ts'
import { isOwnUnitVerb, type Verb } from './verbs.ts'

/** One role in force today, with the part of the tree that it reaches. */
export interface GrantInForce {
  readonly role: RoleId
  readonly scope: OrgPath
  /** Where the post stands. */
  readonly unit: OrgPath
  /** Title of the post that holds it, for "by which rule". */
  readonly post: string
  readonly grantId: string
  /** Of a delegated grant: these of its role's verbs alone. */
  readonly only?: readonly Verb[]
}

/**
 * The parts of the tree in which `verb` may be done; none within another. Of a verb that is done for one's own unit only,
 * the units of the posts, each by itself.
 */
export function scopesFor(grants: readonly GrantInForce[], verb: Verb): readonly OrgPath[] {
  if (isOwnUnitVerb(verb)) return ownUnits(grants, verb)
  const scopes = grants.filter((grant) => holds(grant, verb)).map((grant) => grant.scope)
  const distinct = [...new Set(scopes)]
  return distinct.filter((scope) => !distinct.some((other) => other !== scope && isWithin(scope, other)))
}

/** Every verb that is allowed somewhere. */
export function verbsIn(grants: readonly GrantInForce[]): readonly Verb[] {
  return [...new Set(grants.flatMap(({ role, only }) => only ?? verbsOf(role)))].toSorted()
}

/** The grants by which `verb` may be done on a row at `path`: the rule that answers "who can see this, and why". */
export function rulesFor(grants: readonly GrantInForce[], verb: Verb, path: OrgPath): readonly GrantInForce[] {
  return grants.filter(
    (grant) => holds(grant, verb) && isWithin(path, grant.scope) && (!isOwnUnitVerb(verb) || grant.unit === path),
  )
}

function ownUnits(grants: readonly GrantInForce[], verb: Verb): readonly OrgPath[] {
  const holding = grants.filter((grant) => holds(grant, verb) && isWithin(grant.unit, grant.scope))
  return [...new Set(holding.map(({ unit }) => unit))]
}

function holds({ role, only }: GrantInForce, verb: Verb): boolean {
  return (only ?? verbsOf(role)).includes(verb)
}
