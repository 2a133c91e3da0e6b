export { findExclusion } from './exclusions.ts'
export { type GrantInForce, rulesFor, scopesFor, verbsIn } from './permission.ts'
export { type Duty, isRoleId, type Role, type RoleId, roles, verbsOf } from './roles.ts'
export { isVerb, type Verb, verbs } from './verbs.ts'
