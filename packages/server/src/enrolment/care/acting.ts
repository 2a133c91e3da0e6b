import type { HeldPost } from '@eduduty/core/enrolment'
import { scopesFor } from '@eduduty/core/identity'
import { countyOf, isWithin } from '@eduduty/core/organizations'
import type { CaseLine } from '@eduduty/core/packs'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { type CaseActing, decidesFor, standsIn } from '../cases/acting.ts'
import { type ChildKey, getCopies, lockCopies, type StoredChild } from './store/child-row.ts'

export type CareActing = CaseActing

/** The copies by which somebody may write: of units in which a post of theirs stands, or of the county for which they decide. */
export function workedCopies(acting: CareActing, copies: readonly StoredChild[]): readonly StoredChild[] {
  return copies.filter(
    ({ line, org_path: path, until_on: until }) =>
      until === null && (line === '县' ? decidesFor(acting, countyOf(path)) : standsIn(acting, 'enrolment.work', path)),
  )
}

export interface Working {
  readonly ctx: Ctx
  readonly key: ChildKey
  /** Who holds the child now: each gets a copy of what is written down. */
  readonly copies: readonly [StoredChild, ...StoredChild[]]
  readonly all: readonly StoredChild[]
  /** The writer's own. */
  readonly own: StoredChild
}

/**
 * A child held against other changes, by somebody who may write of it. Errors: `enrolment.care_child_not_found`, `enrolment.care_child_left`,
 * `enrolment.care_closed`, `enrolment.care_not_holder`.
 */
export async function workOn(acting: CareActing, key: ChildKey): Promise<Working> {
  const { ctx } = acting
  const [row] = await getCopies(ctx, key)
  if (row.until_on !== null) throw new AppError('enrolment.care_child_left', { day: row.until_on })
  const all = await lockCopies(ctx, key)
  const [first, ...rest] = all.filter(({ until_on: until }) => until === null)
  if (first === undefined) throw new AppError('enrolment.care_child_not_found')
  const copies = [first, ...rest] as const
  if (first.closed_on !== null) throw new AppError('enrolment.care_closed', { day: first.closed_on })
  const order: readonly CaseLine[] = ['学校', '乡镇', '县']
  const [own] = workedCopies(acting, copies).toSorted((a, b) => order.indexOf(a.line) - order.indexOf(b.line))
  if (own === undefined) throw new AppError('enrolment.care_not_holder')
  return { ctx, key, copies: [first, ...rest], all, own }
}

/** Somebody's posts with the verb, and for which lines of those that hold the child each stands. */
export function postsFor({ grants }: CareActing, copies: readonly StoredChild[]): readonly HeldPost[] {
  const held = copies.filter(({ until_on: until }) => until === null)
  return grants.flatMap((grant) => {
    const [scope] = scopesFor([grant], 'enrolment.diagnose')
    if (scope === undefined) return []
    const lines = held.flatMap(({ line, org_path: path }) => {
      // Of the county's copy the department's post is meant, which stands below it.
      const stands = line === '县' ? isWithin(grant.unit, path) && isWithin(path, scope) : grant.unit === path
      return stands ? [line] : []
    })
    return [{ post: grant.post, lines }]
  })
}
