import type { CopiedPlan, OpenedPeriod, OpenPeriodBody, PeriodEntry } from '@eduduty/core/collection/tasks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Steps } from 'antd'
import { type ReactNode, useState } from 'react'
import { queryString } from '../../platform/api/http.ts'
import { unitTreeQuery } from '../../platform/api/unit-tree.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { useDeed } from '../use-deed.ts'
import { HeadStep } from './head-step.tsx'
import { periodMessages } from './messages.ts'
import { copyQuery, offerQuery, packsQuery } from './period-queries.ts'
import { type DraftPlan, draftOf, openBody, type PeriodHead, planSize } from './plan-draft.ts'
import { PlanStep } from './plan-step.tsx'
import { ReviewStep } from './review-step.tsx'

const says = periodMessages.drawer

interface DrawerProps {
  /** The period that is copied. */
  readonly from: PeriodEntry | undefined
  readonly close: () => void
}

/** Opens a period in three steps: pack and dates, registers and units, a last look. */
export function OpenPeriodDrawer({ from, close }: DrawerProps): ReactNode {
  const copied = useCopied(from)
  const own = useQuery({ ...unitTreeQuery(), enabled: from === undefined })
  const county = from?.county_code ?? own.data?.county
  const [step, setStep] = useState(0)
  const [head, setHead] = useState<PeriodHead>()
  const error = copied.error ?? own.error
  return (
    <SidePanel title={from === undefined ? says.title : says.copyTitle(from.title)} close={close} width={920} isTyped>
      <Steps size="small" current={step} items={says.steps.map((title) => ({ title }))} className="open-steps" />
      {error !== null && <ErrorState error={error} />}
      {error === null && (copied.isPending || county === undefined) && <Loading />}
      {!copied.isPending && county !== undefined && (
        <>
          {copied.data !== undefined && <CopyNotes copied={copied.data} />}
          {step === 0 && (
            <FirstStep
              initial={head ?? { ...copied.data, ...(from !== undefined && { pack_id: from.pack_id }) }}
              next={(filled) => {
                setHead(filled)
                setStep(1)
              }}
            />
          )}
          {head !== undefined && (
            <LaterSteps
              key={head.pack_id}
              {...{ county, head, from, close, step, setStep }}
              copied={head.pack_id === from?.pack_id ? copied.data : undefined}
            />
          )}
        </>
      )}
    </SidePanel>
  )
}

function useCopied(from: PeriodEntry | undefined) {
  const key = { county: from?.county_code ?? '', period: from?.period_id ?? '' }
  const copied = useQuery({ ...copyQuery(key), enabled: from !== undefined })
  return { data: copied.data, error: copied.error, isPending: from !== undefined && copied.isPending }
}

function FirstStep(props: { initial: Partial<PeriodHead>; next: (head: PeriodHead) => void }): ReactNode {
  const { data, error, refetch } = useQuery(packsQuery())
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  return data === undefined ? <Loading /> : <HeadStep packs={data.packs} {...props} />
}

interface LaterProps extends DrawerProps {
  readonly county: string
  readonly head: PeriodHead
  readonly copied: CopiedPlan | undefined
  readonly step: number
  readonly setStep: (step: number) => void
}

/** What was planned is kept while one goes back and forth, as long as the pack stays. */
function LaterSteps(props: LaterProps): ReactNode {
  const { county, head, copied, step, setStep } = props
  const { data: offer, error, refetch } = useQuery(offerQuery(county, head.pack_id))
  const [changed, setChanged] = useState<readonly DraftPlan[]>()
  if (step === 0) return null
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (offer === undefined) return <Loading />
  const drafts = changed ?? draftOf(offer, copied)
  return (
    <>
      {step === 1 ? (
        <PlanStep offer={offer} drafts={drafts} change={setChanged} />
      ) : (
        <ReviewStep offer={offer} head={head} drafts={drafts} />
      )}
      <div className="drawer-actions">
        <Button onClick={() => setStep(step - 1)}>{says.previous}</Button>
        {step === 1 ? (
          <Button type="primary" disabled={planSize(drafts).tasks === 0} onClick={() => setStep(2)}>
            {says.next}
          </Button>
        ) : (
          <OpenButton {...props} drafts={drafts} />
        )}
      </div>
    </>
  )
}

/** Opens it and leads to its page. */
function OpenButton(props: LaterProps & { drafts: readonly DraftPlan[] }): ReactNode {
  const { county, head, from, close, drafts } = props
  const navigate = useNavigate()
  const open = useDeed<OpenedPeriod>()
  const body: OpenPeriodBody = openBody(head, drafts, from?.period_id)
  const start = () =>
    open.mutate(
      { path: `/collection/periods${queryString({ county })}`, body, done: ({ tasks }) => says.done(tasks) },
      {
        onSuccess: ({ period_id }) => {
          close()
          void navigate({ to: '/collection/periods/$county/$period', params: { county, period: period_id } })
        },
      },
    )
  return (
    <Button type="primary" loading={open.isPending} onClick={start}>
      {says.ok}
    </Button>
  )
}

function CopyNotes({ copied }: { copied: CopiedPlan }): ReactNode {
  return (
    <>
      {copied.dropped.length > 0 && <p className="note form-hint">{says.dropped(copied.dropped)}</p>}
      {copied.added.length > 0 && <p className="note form-hint">{says.added(copied.added)}</p>}
    </>
  )
}
