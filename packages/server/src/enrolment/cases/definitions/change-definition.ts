import { dayOf } from '@eduduty/core/calendar'
import { type CaseChangeBody, type CaseState, refusalOfChange } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { areaPath } from '@eduduty/core/organizations'
import { reaching } from '../../../platform/db/reaching.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { type CaseActing, linesFor } from '../acting.ts'
import { addEvent } from '../store/add-event.ts'
import { readEvents } from '../store/event-row.ts'
import { type CaseKey, getHoldings, lockHolders } from '../store/holding-row.ts'
import { startWaitingCase } from '../store/start-waiting-cases.ts'
import { type FoundCasework, findCasework, type PinnedCasework } from './find-casework.ts'
import { keepDefinition } from './keep-definition.ts'
import { traceCase } from './trace-case.ts'

/**
 * An open case goes on by the definition now in force, for a reason: where it stands, what was counted and the running time
 * limit stay; time that waited for a length which the new one has begins; what is asked of its next steps is the new. The history names the definition that held before. Errors:
 * `enrolment.case_not_found`, `enrolment.case_left`, `enrolment.not_holder`, `enrolment.case_closed`,
 * `enrolment.definition_current`, `enrolment.definition_without_state`, `enrolment.definition_without_exit`.
 */
export async function changeDefinition(acting: CaseActing, key: CaseKey, { reason }: CaseChangeBody): Promise<void> {
  const { ctx } = acting
  const holders = await lockHolders(ctx, key)
  const reached = await getHoldings(ctx, key)
  const [row] = reached
  if (row.until_on !== null) throw new AppError('enrolment.case_left', { day: row.until_on })
  const own = holders.find(({ line }) => line === '县')
  if (own === undefined || !linesFor(acting, reached).includes('县')) throw new AppError('enrolment.not_holder')
  const found = await findCasework(ctx.db)
  if (found.hash === row.content_hash) throw new AppError('enrolment.definition_current', { version: row.version })
  const { state, pinned } = await traceCase(ctx.db, row, await readEvents(ctx.db, key))
  assertMayGoOn(found, pinned, state)
  await keepDefinition(ctx, key.county, found)
  const { casework, pack, version, hash } = found
  await addEvent(ctx, holders, {
    type: 'redefined',
    on_day: dayOf(ctx.now),
    says: reason.trim(),
    fields: [{ title: '个案办法', text: `版本 ${row.version} 改为版本 ${version}` }],
    state: state.state,
    former_hash: row.content_hash,
    unit_name: own.unit_name,
    line: '县',
  })
  await reaching(ctx, [areaPath(key.county)], () =>
    ctx.db.kysely
      .updateTable('enrolment_holdings')
      .set({ pack, version, content_hash: hash, casework: casework.id })
      .where('county_code', '=', key.county)
      .where('case_id', '=', key.case)
      .where('until_on', 'is', null)
      .execute(),
  )
  if (row.clock_id === null) await startWaitingCase(ctx, key)
  ctx.audit({
    action: 'enrolment.change_definition',
    subject: `${own.township_name}${maskName(own.child_name)}`,
    reason: reason.trim(),
    detail: { case: key.case, before: row.version, now: version },
  })
}

function assertMayGoOn({ casework: next, version }: FoundCasework, { casework }: PinnedCasework, at: CaseState): void {
  const titleOf = (all: readonly { readonly id: string; readonly title: string }[], of: string): string =>
    all.find(({ id }) => id === of)?.title ?? of
  switch (refusalOfChange(next, at)) {
    case 'case_closed':
      throw new AppError('enrolment.case_closed', { day: at.closedOn ?? '' })
    case 'state_unknown':
      throw new AppError('enrolment.definition_without_state', { version, state: titleOf(casework.states, at.state) })
    case 'exit_unknown':
      throw new AppError('enrolment.definition_without_exit', {
        version,
        exit: titleOf(casework.exits, at.proposed ?? ''),
      })
    case undefined:
      return
  }
}
