import { chinaMinute } from '@eduduty/core/calendar'
import type { State, TurnsAnswer } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { Light } from '../../platform/theme/light.tsx'
import { briefMessages } from './messages.ts'
import { turnsQuery } from './queries.ts'

const MOST = 4
const says = briefMessages

/** What turned since the evaluation before. */
export function TurnLines(): ReactNode {
  const { id } = useCurrentRun()
  const answer = useQuery(turnsQuery(id))
  return (
    <section>
      <h3>{says.turns}</h3>
      {answer.error !== null && <ErrorState error={answer.error} retry={() => answer.refetch()} />}
      {answer.isPending && <Loading />}
      {answer.data !== undefined && <Turns answer={answer.data} />}
    </section>
  )
}

function Turns({ answer: { before, turned } }: { answer: TurnsAnswer }): ReactNode {
  if (before === undefined) return <p>{says.turnsFirst}</p>
  return (
    <>
      <p className="muted">
        {says.turnsSince(chinaMinute(before.created_at).slice(0, 10), before.year)}
        {turned.length === 0 && `，${says.turnsNone}`}
        {!before.same_rules && `　${says.turnsRules}`}
      </p>
      <Group word={says.turnedRed} state="unmet" turned={turned} />
      <Group word={says.turnedGreen} state="met" turned={turned} />
      <Group word={says.turnedOpen} state="undecided" turned={turned} />
    </>
  )
}

function Group(props: { word: string; state: State; turned: TurnsAnswer['turned'] }): ReactNode {
  const { index } = useCurrentRun()
  const own = props.turned.filter(({ after }) => after === props.state)
  if (own.length === 0) return null
  const titles = own.slice(0, MOST).map(({ indicator }) => index.nodes.get(indicator)?.title ?? indicator)
  return (
    <p className="brief-line">
      <Light state={props.state} word={`${props.word} ${own.length}`} />：{titles.join('、')}
      {own.length > MOST && says.andMore(own.length)}
    </p>
  )
}
