import type { EffectView } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import type { Column } from '../../platform/table/column.ts'
import { BasisLine } from '../../platform/theme/basis.tsx'
import { EffectLight } from '../../platform/theme/light.tsx'
import { CauseList } from '../../platform/trace/cause-list.tsx'
import { effectMessages } from './messages.ts'
import { ruleWords } from './rule-words.ts'

const says = effectMessages

/** `year`: of the evaluation; `ratings`: titles by id. */
export function effectColumns(year: number, ratings: ReadonlyMap<string, string>): Column<EffectView>[] {
  return [
    { key: 'no', title: says.columns.no, width: 60, cell: (effect) => effect.no },
    {
      key: 'title',
      title: says.columns.title,
      width: 236,
      wrap: true,
      cell: (effect) => (
        <>
          {effect.title} <span className="muted">{says.kind[effect.kind]}</span>
          {effect.rating !== undefined && (
            <div className="muted">{says.rating(ratings.get(effect.rating) ?? effect.rating)}</div>
          )}
        </>
      ),
    },
    { key: 'state', title: says.columns.state, width: 88, cell: (effect) => <EffectLight state={effect.state} /> },
    {
      key: 'rule',
      title: says.columns.rule,
      width: 236,
      wrap: true,
      cell: ({ rule = '', title }) => (
        <span className="formula-inline" title={rule}>
          {ruleWords(rule, title)}
        </span>
      ),
    },
    {
      key: 'distance',
      title: says.columns.distance,
      width: 286,
      wrap: true,
      cell: (effect) => <Distance effect={effect} />,
    },
    {
      key: 'window',
      title: says.columns.window,
      width: 150,
      wrap: true,
      cell: (effect) => <Window effect={effect} year={year} />,
    },
    {
      key: 'basis',
      title: says.columns.basis,
      width: 166,
      wrap: true,
      cell: (effect) => <BasisLine basis={effect.basis} verified={effect.verified} />,
    },
  ]
}

function Distance({ effect }: { effect: EffectView }): ReactNode {
  const { state, distance = [], subjects = [], grounds, causes } = effect
  return (
    <>
      <Nearness effect={effect} />
      {distance.length > 0 && (
        <ul className="distances">
          {distance.map(({ of, text }) => (
            <li key={of}>{text}</li>
          ))}
        </ul>
      )}
      {grounds !== undefined && <div className="muted">{grounds}</div>}
      {subjects.length > 0 && (
        <div>
          {says.subjects}：{subjects.map(({ name }) => name).join('、')}
        </div>
      )}
      {state === 'undecided' && causes.length > 0 && <CauseList causes={causes} first={2} />}
    </>
  )
}

function Nearness({ effect }: { effect: EffectView }): ReactNode {
  const { state, distance = [], rule } = effect
  if (state === 'error') return says.distance.error
  if (state === 'undecided') return says.distance.open
  if (rule === undefined) return <span className="muted">{says.distance.old}</span>
  if (distance.length > 0) return says.distance[state]
  return state === 'struck' ? says.distance.yesNoStruck : <span className="muted">{says.distance.yesNo}</span>
}

/** Which years count, in which it happened, and until when that has its effect. */
function Window({ effect, year }: { effect: EffectView; year: number }): ReactNode {
  const { window } = effect
  if (window === undefined) return <span className="muted">{says.windowNone}</span>
  const newest = Math.max(...window.struck)
  return (
    <>
      {says.windowYears(year - window.years + 1, year)}
      {window.struck.length > 0 && (
        <div className="wrong">{says.windowStruck(window.struck, newest + window.years - 1)}</div>
      )}
      {window.absent.length > 0 && <div className="muted">{says.windowAbsent(window.absent)}</div>}
    </>
  )
}
