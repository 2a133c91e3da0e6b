import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { groupOwed } from '../overview/group-owed.ts'
import { briefMessages } from './messages.ts'
import { deadlinesQuery } from './queries.ts'

const MOST = 3
const says = briefMessages

/** Who owes data until when; what of it decides open items comes first. */
export function OwingLines({ mayRead }: { mayRead: boolean }): ReactNode {
  return (
    <section>
      <h3>{says.owing}</h3>
      <Deciding />
      {mayRead && <Deadlines />}
    </section>
  )
}

/** Without these reports items stay open. */
function Deciding(): ReactNode {
  const { index } = useCurrentRun()
  const groups = groupOwed(index.assessment.sections)
  const owed = groups.flatMap((group) => group.owed)
  const names = [...new Map(owed.map((cause) => [`${cause.unit} ${cause.register}`, cause])).values()].map((cause) => {
    const register = index.registerTitles.get(cause.register ?? '')
    const who = cause.unit_name ?? cause.unit ?? cause.message
    return register === undefined ? who : `${who}（${register}）`
  })
  if (names.length === 0) return null
  return (
    <p>
      {says.owingDecides}：{names.slice(0, MOST).join('、')}
      {names.length > MOST && `，${says.moreForms(names.length - MOST)}`}。
    </p>
  )
}

function Deadlines(): ReactNode {
  const { id } = useCurrentRun()
  const answer = useQuery(deadlinesQuery(id))
  if (answer.error !== null) return <ErrorState error={answer.error} retry={() => answer.refetch()} />
  if (answer.data === undefined) return <Loading />
  const { owing, owing_units: units, periods } = answer.data
  if (periods.length === 0) return null
  const sum = (of: 'tasks' | 'submitted' | 'overdue'): number => periods.reduce((all, one) => all + one[of], 0)
  const submitted = says.submitted(sum('submitted'), sum('tasks'), sum('overdue'))
  if (units === 0)
    return (
      <p>
        {submitted}
        {says.owingNone}
      </p>
    )
  return (
    <>
      <p>
        {submitted}
        {says.owingUnits(units, MOST)}
      </p>
      <ul className="brief-list">
        {owing.slice(0, MOST).map((one) => (
          <li key={one.unit}>
            <span className={one.overdue ? 'wrong' : undefined}>
              {one.overdue ? says.overdue(one.due_on) : says.dueOn(one.due_on)}
            </span>
            {one.name}
            <span className="muted">（{one.registers.join('、')}）</span>
          </li>
        ))}
      </ul>
    </>
  )
}
