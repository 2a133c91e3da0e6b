import type { ProposalView } from '@eduduty/core/enrolment'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useChange } from '../../platform/form/use-change.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { matchMessages } from './match-messages.ts'
import { matchingKey, matchingPath, proposalsQuery } from './match-queries.ts'
import type { MatchSearch } from './match-search.ts'
import { PairTable } from './pair-table.tsx'
import { usePairKeys } from './use-pair-keys.ts'

const says = matchMessages.proposals

interface ProposalsTabProps {
  readonly county: string
  readonly search: MatchSearch
  readonly change: (part: MatchSearch) => void
}

/** Pairs one by one, the sure ones first: each is seen before it is answered. */
export function ProposalsTab({ county, search, change }: ProposalsTabProps): ReactNode {
  const { data, error, refetch } = useQuery(proposalsQuery(county, search))
  const [at, setAt] = useState(0)
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const pair = data.proposals[Math.min(at, data.proposals.length - 1)]
  const place = Math.min(at, data.proposals.length - 1) + 1
  return (
    <>
      <div className="filters">
        <Checkbox
          checked={search.sure !== undefined}
          onChange={({ target }) => change({ sure: target.checked ? 'true' : undefined })}
        >
          {says.sureOnly}
        </Checkbox>
        {pair !== undefined && <span className="filters-end muted">{says.progress(place, data.total)}</span>}
      </div>
      {pair === undefined ? (
        <EmptyState title={says.empty} advice={says.emptyAdvice} />
      ) : (
        <Pair
          key={pair.proposal}
          county={county}
          pair={pair}
          next={() => setAt(place < data.proposals.length ? place : 0)}
          back={() => setAt(Math.max(0, place - 2))}
        />
      )}
    </>
  )
}

interface PairProps {
  readonly county: string
  readonly pair: ProposalView
  readonly next: () => void
  readonly back: () => void
}

type Answer = 'same' | 'different'

function Pair({ county, pair, next, back }: PairProps): ReactNode {
  const [why, setWhy] = useState('')
  const change = useChange(matchingKey)
  const answer = (given: Answer): void => {
    const usual = given === 'same' ? says.whySame : says.whyDifferent
    const body = { answer: given, why: why.trim() === '' ? usual : why.trim() }
    change.mutate({ path: matchingPath(county, 'proposals', pair.proposal), body, done: says.done[given], shown: true })
  }
  usePairKeys({ y: () => answer('same'), n: () => answer('different'), ' ': next }, change.isPending)
  return (
    <section className="match-pair" aria-label={pair.match_title}>
      <p>
        <strong>{pair.match_title}</strong> <span className="number">{says.points(pair.points)}</span>{' '}
        {pair.is_sure && <span className="case-tag">{says.sure}</span>}
      </p>
      {pair.earlier !== '' && <p className="match-earlier">{says.earlier(pair.earlier)}</p>}
      <PairTable pair={pair} />
      <div className="match-why">
        <label htmlFor="match-why">{says.why}</label>
        <Input
          id="match-why"
          value={why}
          maxLength={200}
          placeholder={says.whySame}
          onChange={({ target }) => setWhy(target.value)}
        />
      </div>
      <p className="match-deeds">
        <Button type="primary" loading={change.isPending} onClick={() => answer('same')}>
          {says.same}
        </Button>
        <Button danger loading={change.isPending} onClick={() => answer('different')}>
          {says.different}
        </Button>
        <Button onClick={next}>{says.later}</Button>
        <Button onClick={back}>{says.back}</Button>
      </p>
      <p className="note">{says.hint}</p>
    </section>
  )
}
