import { dayOf } from '@eduduty/core/calendar'
import {
  type CaseState,
  type CaseStepBody,
  type CaseStepped,
  decideStep,
  type StepTaken,
} from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import type { CaseLine, CaseworkStep } from '@eduduty/core/packs'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { holdLimits, inCounty } from '../../limits/read-decided.ts'
import { type CaseActing, linesFor } from '../acting.ts'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import { traceCase } from '../definitions/trace-case.ts'
import { keepProofs } from '../files/keep-proofs.ts'
import { makePaper } from '../papers/make-paper.ts'
import { addEvent } from '../store/add-event.ts'
import { changeTime, dueNow, ownerOf, startTime, timeDeeds } from '../store/case-clock.ts'
import { type EventField, readEvents } from '../store/event-row.ts'
import { type CaseKey, getHoldings, lockHolders, type StoredHolding } from '../store/holding-row.ts'
import { findRecorded } from './find-recorded.ts'
import { refusalOf } from './refusal-of.ts'

/** As which lines a route lets somebody act: on a decision of the county, or on the work of schools and townships. */
export type StepKind = 'work' | 'decision'

/** Papers that a step draws up are filed. */
export interface StepActing extends CaseActing {
  readonly files: FileStore
}

/** A step that is being taken. */
interface Taking {
  readonly acting: StepActing
  readonly key: CaseKey
  readonly body: CaseStepBody
  readonly pinned: PinnedCasework
  /** All who hold the case now. */
  readonly holders: readonly StoredHolding[]
  readonly taken: StepTaken
  readonly before: CaseState
  readonly own: StoredHolding
  readonly on: string
}

/**
 * Takes a step with a case: history, state, time limit and paper for all who hold it, in one transaction. What was sent
 * before with the same key is not done again. Errors: `enrolment.case_not_found`, `enrolment.case_left`,
 * `enrolment.record_taken`, the refusals. A child that is offered elsewhere is worked on until it is accepted.
 */
export async function stepCase(
  acting: StepActing,
  key: CaseKey,
  body: CaseStepBody,
  kind: StepKind,
): Promise<CaseStepped> {
  const { ctx } = acting
  await holdLimits(ctx.db, key.county)
  const holders = await lockHolders(ctx, key)
  const reached = await getHoldings(ctx, key)
  const own = reached[0]
  const recorded = await findRecorded(ctx, key, body.key)
  if (recorded !== undefined) return recorded
  if (own.until_on !== null) throw new AppError('enrolment.case_left', { day: own.until_on })
  const traced = await traceCase(ctx.db, own, await readEvents(ctx.db, key))
  const { state: before } = traced
  const pinned = await inCounty(ctx.db, key.county, traced.pinned)
  const today = dayOf(ctx.now)
  const on = body.on ?? today
  const lines = linesFor(acting, reached).filter((line) => (line === '县') === (kind === 'decision'))
  const dueOn = (await dueNow(ctx, own)) ?? undefined
  const actor = { lines, today, dueOn, isUndecided: own.clock_id === null }
  const decided = decideStep(pinned.casework, before, body.step, actor, { ...body, on, fields: textsOf(body) })
  if ('refused' in decided) throw refusalOf(decided)
  const unit = actingUnit(reached, decided.line)
  // All that follows is carried to every holder: the system reaches the county once, not anew for each part.
  const wide = { ...acting, ctx: { ...ctx, scopes: [areaPath(key.county)] } }
  return reaching(ctx, wide.ctx.scopes, () =>
    keepStep({ acting: wide, key, body, pinned, holders, taken: decided, before, own: unit, on }),
  )
}

/** The holding as whose doing a step stands: of its line, or of the township in a school's place. */
function actingUnit(reached: readonly StoredHolding[], line: CaseLine): StoredHolding {
  const current = reached.filter(({ until_on: until }) => until === null)
  const found = current.find((one) => one.line === line) ?? current.find((one) => one.line === '乡镇') ?? current[0]
  if (found === undefined) throw new Error('whoever steps holds the case')
  return found
}

async function keepStep(taking: Taking): Promise<CaseStepped> {
  const { acting, key, body, holders, taken, own, on } = taking
  const { ctx } = acting
  const { step, next, line } = taken
  const fields = fieldsOf(step, body)
  const eventNo = await addEvent(ctx, holders, {
    type: 'step',
    step: step.id,
    on_day: on,
    says: body.says.trim(),
    fields,
    exit: body.exit ?? null,
    proof: body.proof?.trim() ?? '',
    amount: body.amount ?? null,
    state: next.state,
    record_key: body.key ?? null,
    approved_by: step.time === undefined ? '' : ctx.actor.name,
    unit_name: own.unit_name,
    line: lineOf(own, line),
  })
  await keepProofs(ctx, key, body.files ?? [], { holders, eventNo })
  const time = await timeAfter(taking)
  await keepState(taking, time)
  const paper =
    step.paper === undefined
      ? undefined
      : await makePaper({ ...taking, ctx, files: acting.files, fields, eventNo, next })
  ctx.audit({
    action: line === '县' ? 'enrolment.decide' : 'enrolment.step',
    subject: `${own.township_name}${maskName(own.child_name)}：${step.title}`,
    ...(body.says.trim() !== '' && { reason: body.says.trim() }),
    detail: { case: key.case, state: next.state },
  })
  return { case: key.case, state: next.state, ...(paper !== undefined && { paper }) }
}

const lineOf = (own: StoredHolding, line: CaseLine): CaseLine => (own.line === line ? line : own.line)

const textsOf = ({ fields }: CaseStepBody): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ field, text }) => [field, text]))

function fieldsOf({ asks = [] }: CaseworkStep, body: CaseStepBody): readonly EventField[] {
  const texts = textsOf(body)
  return asks.flatMap(({ id, title }) => {
    const text = texts[id]?.trim() ?? ''
    return text === '' ? [] : [{ title, text }]
  })
}

type TimeColumns = Partial<Pick<StoredHolding, 'owner_line' | 'owner_name' | 'clock_id' | 'due_on'>>

/** Leaving a state stops its time and starts that of the next one; else only what the step itself does to it. */
async function timeAfter({
  acting: { ctx },
  key,
  body,
  pinned,
  holders,
  taken,
  before,
  own,
  on,
}: Taking): Promise<TimeColumns> {
  const owner = ownerOf(pinned.casework, before.state, holders)?.org_path ?? own.org_path
  const reason = body.says.trim() || taken.step.title
  const isLeft = taken.step.to !== undefined
  if (!isLeft && taken.step.time === undefined) return {}
  if (taken.step.time !== undefined && !isLeft) {
    const deed = { type: timeDeeds[taken.step.time], on, amount: body.amount, reason, approvedBy: ctx.actor.name }
    return { due_on: await changeTime(ctx, own, owner, deed) }
  }
  await changeTime(ctx, own, owner, { type: 'stop', on, reason })
  const timed = { ...key, child: maskName(own.child_name) }
  return startTime(ctx, timed, pinned, { state: taken.next, holders, dueOn: taken.dueOn })
}

/** Every copy of the case tells the same. */
export async function keepState(
  { acting, key, taken }: Pick<Taking, 'acting' | 'key' | 'taken'>,
  time: TimeColumns,
): Promise<void> {
  const { ctx } = acting
  const { state, since, isPaused, visits, persuasions, closedOn = null, exit = null } = taken.next
  await reaching(ctx, [areaPath(key.county)], () =>
    ctx.db.kysely
      .updateTable('enrolment_holdings')
      .set({ state, state_since: since, is_paused: isPaused, visits, persuasions, closed_on: closedOn, exit, ...time })
      .where('county_code', '=', key.county)
      .where('case_id', '=', key.case)
      .where('until_on', 'is', null)
      .execute(),
  )
}
