import { ageOn } from '@eduduty/core/calendar'
import type { CaseRow } from '@eduduty/core/enrolment'
import { maskName } from '@eduduty/core/identity'
import { isCaseWaiting } from '../../limits/waiting.ts'
import type { PinnedCasework } from '../definitions/find-casework.ts'
import type { StoredHolding } from '../store/holding-row.ts'

interface Looking {
  /** Of lateness and of age. */
  readonly today: string
  /** Whether the reader goes to the child's door. */
  readonly mayContact: boolean
}

/** One copy of a case as lists show it: the child is masked. */
export function presentRow(
  row: StoredHolding,
  { casework }: Pick<PinnedCasework, 'casework'>,
  { today, mayContact }: Looking,
): CaseRow {
  const { due_on: due, closed_on: closed, exit, birth_on: birth, until_on: until } = row
  const state = casework.states.find(({ id }) => id === row.state)
  return {
    case: row.case_id,
    county: row.county_code,
    name: shownName(row),
    sex: row.sex,
    ...(birth !== null && { age: ageOn(birth, today) }),
    groups: [...row.groups],
    township: row.township_name,
    school: row.school_name,
    schooling: row.schooling,
    grade: row.grade,
    village: row.village,
    state: row.state,
    state_title: state?.title ?? row.state,
    state_since: row.state_since,
    ...(row.owner_line !== null && { owner: row.owner_line }),
    owner_name: row.owner_name,
    is_undecided: isCaseWaiting(row),
    is_overdue: isOverdue(row, today),
    ...(due !== null && closed === null && { due_on: due }),
    visits: row.visits,
    persuasions: row.persuasions,
    opened_on: row.opened_on,
    ...(closed !== null && { closed_on: closed }),
    ...(exit !== null && { exit: casework.exits.find(({ id }) => id === exit)?.title ?? exit }),
    is_relapse: row.earlier_case !== null,
    has_phone: row.phone_sealed !== null,
    may_contact: mayContact && until === null && row.destroyed_on === null,
    ...(until !== null && { held_until: until }),
  }
}

const isOverdue = (
  { due_on: due, closed_on: closed, is_paused: paused, until_on: until }: StoredHolding,
  today: string,
): boolean => due !== null && closed === null && until === null && !paused && due < today

const shownName = ({ child_name: name, destroyed_on: destroyed }: StoredHolding): string =>
  destroyed === null ? maskName(name) : name
