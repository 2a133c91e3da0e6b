import { holderOf, owedStates, type RequestKind, type TaskState } from '@eduduty/core/collection'
import { type GrantInForce, rulesFor, scopesFor, type Verb } from '@eduduty/core/identity'
import { type ExpressionBuilder, sql } from 'kysely'
import { type Ctx, holderIdOf } from '../../platform/ctx.ts'
import type { Tables } from '../../platform/db/schema.generated.ts'
import { isOpenToViewer, stateOf, type TaskRow, type Viewer, verbOfSide } from './task-row.ts'

/** Who answers what a unit asked for. */
const answering: Readonly<Record<RequestKind, Verb>> = {
  extension: 'collection.plan',
  correction: 'collection.review',
  unlock: 'collection.review',
}

/** Whether it is the viewer's turn: the task lies at a desk of theirs and the next step is for them, or asks something of them. */
export function isAtDesk(row: TaskRow, viewer: Viewer, requested: readonly RequestKind[]): boolean {
  return isTurnOf(row, viewer) || requested.some((kind) => answers(row, viewer, kind))
}

function isTurnOf(row: TaskRow, viewer: Viewer): boolean {
  const side = holderOf(stateOf(row), row.has_first_review)
  if (side === 'nobody' || !isOpenToViewer(row, viewer)) return false
  return rulesFor(viewer.grants, verbOfSide[side], row.org_path).length > 0
}

function answers(row: TaskRow, { grants }: Viewer, kind: RequestKind): boolean {
  const may = (verb: Verb): boolean => rulesFor(grants, verb, row.org_path).length > 0
  return may(answering[kind]) || (kind === 'unlock' && row.has_first_review && may('collection.review_first'))
}

type Where = ExpressionBuilder<Tables, 'collection_tasks'>

/** The same of many tasks, in SQL. */
export function atDesk(where: Where, ctx: Ctx, grants: readonly GrantInForce[]) {
  return where.or([turnOf(where, ctx, grants), askedOf(where, grants)])
}

const within = (grants: readonly GrantInForce[], verb: Verb) =>
  sql<boolean>`exists (select from unnest(${scopesFor(grants, verb)}::text[]) as scope where starts_with(org_path, scope))`

/** Where the caller fills in, where they review first, where they review; as `isOpenToViewer` of one task says. */
function turnOf(where: Where, { actor }: Ctx, grants: readonly GrantInForce[]) {
  const own = sql<boolean>`org_path = any(${scopesFor(grants, 'collection.fill')}::text[])`
  const first = where.and([where('state', '=', 'submitted'), where('has_first_review', '=', true)])
  const desks = where
    .case()
    .when(where('state', 'in', owedStates))
    .then(own)
    .when(first)
    .then(within(grants, 'collection.review_first'))
    .else(where.and([where('state', '<>', 'frozen'), within(grants, 'collection.review')]))
    .end()
  const persons = [...new Set([actor.id, holderIdOf(actor)])]
  const isOther = (column: 'submitted_by' | 'first_reviewed_by', states: readonly TaskState[]) =>
    where.or([where('state', 'not in', states), where(column, 'is', null), where(column, 'not in', persons)])
  return where.and([
    where.or([where('assigned_to', 'is', null), where('assigned_to', '=', holderIdOf(actor))]),
    isOther('submitted_by', ['submitted', 'first_reviewed']),
    isOther('first_reviewed_by', ['first_reviewed']),
    desks,
  ])
}

function askedOf(where: Where, grants: readonly GrantInForce[]) {
  const waits = (kind: RequestKind) =>
    sql<boolean>`exists (select from collection_requests r where r.county_code = collection_tasks.county_code
      and r.task_id = collection_tasks.task_id and r.status = 'waiting' and r.kind = ${kind})`
  const kinds = ['extension', 'correction', 'unlock'] as const
  return where.or([
    ...kinds.map((kind) => where.and([waits(kind), within(grants, answering[kind])])),
    where.and([waits('unlock'), where('has_first_review', '=', true), within(grants, 'collection.review_first')]),
  ])
}
