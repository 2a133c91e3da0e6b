import type { GoldenAnswer, GoldenOutcomes } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { useDraftDesk } from './draft-context.ts'
import { goldenQuery } from './draft-queries.ts'
import { rowKey } from './field-words.ts'
import { GoldenDialog } from './golden-dialog.tsx'
import { lineOfEntry } from './line-of-entry.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.golden

/** Worked examples: each right or wrong as the draft was saved last, with what came out. */
export function GoldenTab(): ReactNode {
  const { place, draft } = useDraftDesk()
  const { data, error, refetch, isFetching } = useQuery(goldenQuery(place, draft.saved.revision))
  const [adding, setAdding] = useState(false)
  const cases = data?.cases ?? []
  const unmet = cases.filter(({ met }) => !met).length
  return (
    <>
      <p className="note form-hint">{says.hint}</p>
      <div className="section-bar section-bar-ends">
        <h2 className={unmet > 0 ? 'wrong' : ''}>
          {data === undefined ? '' : unmet === 0 ? says.allMet(cases.length) : says.someUnmet(unmet, cases.length)}
        </h2>
        <span className="golden-deeds">
          <Button loading={isFetching} onClick={() => void refetch()}>
            {says.run}
          </Button>
          {draft.isOpen && <Button onClick={() => setAdding(true)}>{says.add}</Button>}
        </span>
      </div>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && cases.length === 0 && <p className="muted">{says.none}</p>}
      <ul className="golden-list">
        {cases.map((one, at) => (
          <Case key={rowKey(at)} at={at} outcome={one} />
        ))}
      </ul>
      {adding && <GoldenDialog close={() => setAdding(false)} />}
    </>
  )
}

function Case({ outcome, at }: { outcome: GoldenOutcomes['cases'][number]; at: number }): ReactNode {
  const { draft, openSource } = useDraftDesk()
  const entry = draft.list.entries.filter(({ section }) => section === 'golden')[at]
  return (
    <li className="golden-case" data-met={outcome.met}>
      <div className="entry-head">
        <span>
          <strong className={outcome.met ? 'right' : 'wrong'}>
            {outcome.met ? '✓ ' : '✗ '}
            {outcome.met ? says.met : says.unmet}
          </strong>{' '}
          {outcome.title} <span className="muted">{says.year(outcome.year)}</span>
        </span>
        {entry !== undefined && draft.isOpen && (
          <Button size="small" onClick={() => openSource(entry.file, lineOfEntry(entry, draft.files))}>
            {says.edit}
          </Button>
        )}
      </div>
      <ul className="plain-list">
        {outcome.answers.map((answer) => (
          <Answer key={`${answer.of} ${answer.subject}`} answer={answer} />
        ))}
      </ul>
    </li>
  )
}

function Answer({ answer }: { answer: GoldenAnswer }): ReactNode {
  return (
    <li>
      {answer.title} {answer.subject}：{answer.unknown === true && <span className="wrong">{says.unknown}</span>}
      {answer.compared.map(({ key, word, wanted, got }) => (
        <span key={key} className={`apart${wanted === got ? '' : ' wrong'}`}>
          {says.wanted(word, shown(key, wanted))}
          {wanted !== got && says.got(got === undefined ? says.nothing : shown(key, got))}
        </span>
      ))}
    </li>
  )
}

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  verdict: says.form.verdicts,
  status: says.form.statuses,
}
const shown = (key: string, value: string): string => words[key]?.[value] ?? value
