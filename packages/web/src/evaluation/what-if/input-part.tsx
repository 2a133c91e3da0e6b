import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { splitFigureId } from '../../platform/run/run-index.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { type Draft, type DraftEntry, entryOf, placeOf, withEntry, withoutEntry } from './draft.ts'
import { InputTable } from './input-table.tsx'
import { whatIfMessages as says } from './messages.ts'
import { MoveDialog, movableInputs } from './move-dialog.tsx'
import type { Target } from './use-target.ts'
import { inputsQuery, neededQuery } from './what-if-queries.ts'

/** The inputs of one figure, with what can be done to several of them at once. */
export function InputPart(props: {
  readonly target: Target
  readonly draft: Draft
  readonly change: (change: (before: Draft) => Draft) => void
  readonly choose: (chosen: { readonly node: string; readonly subject: string }) => void
}): ReactNode {
  const { id: run } = useCurrentRun()
  const { target, draft, change } = props
  const [moving, setMoving] = useState(false)
  const inputs = useQuery(inputsQuery(run, `${target.node.id}@${target.subject}`))
  if (inputs.error !== null) return <ErrorState error={inputs.error} retry={() => inputs.refetch()} />
  if (inputs.data === undefined) return <Loading label={says.loadingInputs} />
  const list = inputs.data
  const add = (entries: readonly DraftEntry[]): void => change((before) => entries.reduce(withEntry, before))
  const assume = ({ assumption, ...about }: DraftEntry, text: string): void =>
    change((before) =>
      text.trim() === ''
        ? withoutEntry(before, assumption)
        : withEntry(before, { ...about, assumption: { ...assumption, text: text.trim() } }),
    )
  const assumedText = ({ assumption }: DraftEntry): string | undefined =>
    draft.entries.find((one) => placeOf(one.assumption) === placeOf(assumption))?.assumption.text
  return (
    <>
      <InputTable
        key={list.figure}
        list={list}
        draft={draft}
        onAssume={assume}
        onPart={(part) => props.choose(splitFigureId(part))}
      />
      <div className="what-if-actions">
        {list.can_meet && <NeededButton indicator={target.node.id} onNeeded={add} />}
        {movableInputs(list).length > 0 && (
          <Button size="small" onClick={() => setMoving(true)}>
            {says.move}
          </Button>
        )}
      </div>
      {moving && <MoveDialog list={list} assumedText={assumedText} onMove={add} close={() => setMoving(false)} />}
    </>
  )
}

/** One click lists the least that every subject lacks. */
function NeededButton(props: {
  readonly indicator: string
  readonly onNeeded: (entries: readonly DraftEntry[]) => void
}): ReactNode {
  const { id: run, index } = useCurrentRun()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const add = async (): Promise<void> => {
    setBusy(true)
    try {
      const needed = await client.fetchQuery(neededQuery(run, props.indicator))
      props.onNeeded(needed.map(({ assumption, now }) => ({ ...entryOf(index, assumption), now })))
      void message.info(needed.length === 0 ? says.noneNeeded : says.neededAdded(needed.length))
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 8)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" loading={busy} title={says.neededHint} onClick={() => void add()}>
      {says.needed}
    </Button>
  )
}
