import {
  lackingParticulars,
  type PaperView,
  PersonalClass,
  personalClassTitles,
  Secrecy,
  secrecyTitles,
} from '@eduduty/core/archive'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { eachInTurn } from '../../platform/api/each-in-turn.ts'
import { sendJson } from '../../platform/api/http.ts'
import { DateField } from '../../platform/form/date-field.tsx'
import { archiveKey, paperPath, paperQuery } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import { describedBy, type FirstParticulars, hasWrongDay, shownParticulars } from './first-particulars.ts'
import { describingMessages as says } from './messages.ts'

const fields = archiveMessages.particulars

/** Papers described at once; of more, the next are asked when these are done. */
const MOST = 20
/** The words of a paper are read after it came in: what they say is asked for a few times. */
const TRIES = 4
const WAIT_MS = 1500

interface DescribePartProps {
  readonly county: string
  /** Ids of papers that just came in. */
  readonly papers: readonly string[]
  /** All that is asked is written, or it was put off. */
  readonly close?: () => void
}

type Typed = Readonly<Record<string, Partial<FirstParticulars>>>

/** Asks for what has to be known of papers that just came in, with guesses in the fields; it may be put off. */
export function DescribePart({ county, papers, close }: DescribePartProps): ReactNode {
  const [settled, setSettled] = useState<readonly string[]>([])
  const [typed, setTyped] = useState<Typed>({})
  const open = papers.filter((paper) => !settled.includes(paper)).slice(0, MOST)
  const views = useViews(county, open)
  const settle = (done: readonly string[]): void => {
    setSettled((before) => [...before, ...done])
    if (open.every((paper) => done.includes(paper))) close?.()
  }
  const { save, isBusy } = useSave(county, settle)
  if (open.length === 0) return null
  const described = views.map((view) => ({ view, shown: shownParticulars(view, typed[view.row.paper] ?? {}) }))
  return (
    <section className="archive-describing" aria-label={says.title}>
      <p>
        <strong title={archiveMessages.particulars.term}>{says.title}</strong>
        <span className="muted apart">{says.hint}</span>
      </p>
      {described.map(({ view, shown }) => (
        <PaperFields
          key={view.row.paper}
          title={view.row.title}
          shown={shown}
          lacks={lackingParticulars(describedBy(view, shown))}
          change={(part) =>
            setTyped((before) => ({ ...before, [view.row.paper]: { ...before[view.row.paper], ...part } }))
          }
        />
      ))}
      <div className="archive-deeds">
        <Button
          type="primary"
          loading={isBusy}
          disabled={described.length === 0 || described.some(({ shown }) => hasWrongDay(shown))}
          onClick={() => save(described)}
        >
          {says.save(open.length)}
        </Button>
        <Button onClick={() => settle(open)}>{says.later}</Button>
      </div>
    </section>
  )
}

function useViews(county: string, papers: readonly string[]): readonly PaperView[] {
  return useQueries({
    queries: papers.map((paper) => ({
      ...paperQuery(county, paper),
      refetchInterval: ({ state }: { readonly state: { readonly dataUpdateCount: number } }) =>
        state.dataUpdateCount < TRIES ? WAIT_MS : false,
    })),
  }).flatMap(({ data }) => data ?? [])
}

interface Described {
  readonly view: PaperView
  readonly shown: FirstParticulars
}

/** Keeps what stands in the fields, paper by paper: one that is refused or still lacks something stays, and says what. */
function useSave(county: string, settle: (papers: readonly string[]) => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const save = async (described: readonly Described[]): Promise<void> => {
    setBusy(true)
    const all = described.map((one) => ({ ...one, what: one.view.row.title }))
    const complete: string[] = []
    const { done, failures } = await eachInTurn(all, async ({ view, shown }) => {
      const sent = describedBy(view, shown)
      await sendJson('POST', `${paperPath(county, view.row.paper)}/particulars`, sent)
      if (lackingParticulars(sent) === '') complete.push(view.row.paper)
      return 1
    })
    setBusy(false)
    settle(complete)
    const [first] = failures
    if (first !== undefined) void message.error(says.failed(first.what, first.why), 8)
    else if (complete.length < done) void message.warning(says.doneInPart(done, done - complete.length), 8)
    else void message.success(says.done(done))
    await client.invalidateQueries({ queryKey: archiveKey })
  }
  return { save, isBusy }
}

interface PaperFieldsProps {
  readonly title: string
  readonly shown: FirstParticulars
  /** What is still missing with what stands in the fields; empty: nothing. */
  readonly lacks: string
  readonly change: (part: Partial<FirstParticulars>) => void
}

const secrecies = Secrecy.anyOf.map((one) => ({ value: one.const, label: secrecyTitles[one.const] }))
const personalClasses = PersonalClass.anyOf.map((one) => ({ value: one.const, label: personalClassTitles[one.const] }))

function PaperFields({ title, shown, lacks, change }: PaperFieldsProps): ReactNode {
  const label = (field: string): string => says.fieldOf(title, field)
  return (
    <fieldset className="archive-describing-paper">
      <legend>
        {title}
        {lacks !== '' && <span className="archive-tag short apart">{says.lacks(lacks)}</span>}
      </legend>
      <div>
        <span className="muted">{fields.documentNo}</span>
        <Input
          size="small"
          maxLength={100}
          aria-label={label(fields.documentNo)}
          value={shown.document_no}
          onChange={({ target }) => change({ document_no: target.value })}
        />
      </div>
      <div>
        <span className="muted">{fields.madeOn}</span>
        <DateField
          small
          label={label(fields.madeOn)}
          value={shown.made_on}
          onChange={(day) => change({ made_on: day })}
        />
      </div>
      <div>
        <span className="muted">{fields.issuer}</span>
        <Input
          size="small"
          maxLength={200}
          aria-label={label(fields.issuer)}
          value={shown.issuer}
          onChange={({ target }) => change({ issuer: target.value })}
        />
      </div>
      <div>
        <span className="muted">{fields.secrecy}</span>
        <Select
          size="small"
          aria-label={label(fields.secrecy)}
          value={shown.secrecy}
          options={secrecies}
          onChange={(secrecy) => change({ secrecy })}
        />
      </div>
      <div>
        <span className="muted">{fields.personal}</span>
        <Select
          size="small"
          aria-label={label(fields.personal)}
          value={shown.personal}
          options={personalClasses}
          onChange={(personal) => change({ personal })}
        />
      </div>
    </fieldset>
  )
}
