/** SQL: a copy `h` of a case that is open, and whose time does not run since nobody has said how long it is. */
export const caseWaits = 'h.until_on is null and h.closed_on is null and h.clock_id is null'

/** SQL: a report `p` that is owed, and whose time does not run since nobody has said how long it is. */
export const reportWaits = 'p.handed_in_on is null and p.clock_id is null'

/** SQL: a copy `h` of a child in care that is followed, whose next visit has no last day since nobody has said how long it is. */
export const childWaits = `h.until_on is null and h.closed_on is null and h.clock_id is null and h.care <> ''`

interface CaseTime {
  readonly until_on: string | null
  readonly closed_on: string | null
  readonly clock_id: string | null
}

/** The same as `caseWaits`, of a row that is there. */
export const isCaseWaiting = ({ until_on: until, closed_on: closed, clock_id: clock }: CaseTime): boolean =>
  until === null && closed === null && clock === null

interface ReportTime {
  readonly handed_in_on: string | null
  readonly clock_id: string | null
}

/** The same as `reportWaits`, of a row that is there. */
export const isReportWaiting = ({ handed_in_on: handed, clock_id: clock }: ReportTime): boolean =>
  handed === null && clock === null
