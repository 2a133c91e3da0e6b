import { chinaMinute } from '@eduduty/core/calendar'
import type { WhatIfAnswer } from '@eduduty/core/evaluation'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { PageHead } from '../../platform/shell/page-head.tsx'
import { evaluationMessages } from '../messages.ts'
import { AnswerPanel } from './answer-panel.tsx'
import { AssumptionList } from './assumption-list.tsx'
import { emptyDraft, withoutEntry } from './draft.ts'
import { InputPart } from './input-part.tsx'
import { whatIfMessages as says } from './messages.ts'
import { SaveDialog } from './save-dialog.tsx'
import { TargetChooser } from './target-chooser.tsx'
import { useDraft } from './use-draft.ts'
import { useTarget } from './use-target.ts'
import './what-if.css'
import { answerQuery } from './what-if-queries.ts'

const route = getRouteApi('/shell/run/evaluation/what-if')

/** Assume other numbers and see every verdict that depends on them change at once. */
export function WhatIfPage(): ReactNode {
  const { id: run } = useCurrentRun()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [draft, setDraft] = useDraft()
  const [saving, setSaving] = useState(false)
  const target = useTarget(search)
  const choose = (chosen: { readonly node: string; readonly subject?: string | undefined }): void =>
    void navigate({ search: (before) => ({ ...before, ...chosen }), replace: true })
  const assumptions = draft.entries.map(({ assumption }) => assumption)
  const answer = useQuery(answerQuery(run, assumptions))
  return (
    <>
      <PageHead
        title={says.title}
        purpose={says.purpose}
        unit={says.unit}
        action={<Link to="/evaluation/scenarios">{says.scenarios}</Link>}
      />
      {target === undefined ? (
        <EmptyState title={evaluationMessages.overview.empty} />
      ) : (
        <div className="what-if">
          <section className="what-if-left">
            <TargetChooser target={target} onChoose={choose} />
            <InputPart target={target} draft={draft} change={setDraft} choose={choose} />
            <AssumptionList
              draft={draft}
              refused={answer.data?.refused ?? []}
              onRemove={({ assumption }) => setDraft((before) => withoutEntry(before, assumption))}
              onClear={() => setDraft(() => emptyDraft)}
              onSave={() => setSaving(true)}
            />
          </section>
          <AnswerPart answer={answer} />
        </div>
      )}
      {saving && (
        <SaveDialog
          draft={draft}
          onSaved={(origin) => setDraft((before) => ({ ...before, origin }))}
          close={() => setSaving(false)}
        />
      )}
    </>
  )
}

/** While a new answer is on its way the former one stays. */
function AnswerPart({ answer }: { answer: UseQueryResult<WhatIfAnswer> }): ReactNode {
  return (
    <section className="what-if-right" aria-label={says.answer}>
      <h2>
        {says.answer}
        {answer.isFetching && <span className="muted"> · {says.working}</span>}
      </h2>
      {answer.error !== null ? (
        <ErrorState error={answer.error} retry={() => answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading label={says.loadingInputs} />
      ) : (
        <AnswerPanel answer={answer.data} readAt={chinaMinute(answer.data.read_at)} />
      )}
    </section>
  )
}
