import type { ReportOffer, StartedReports } from '@eduduty/core/reports'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { runsQuery } from '../../platform/run/queries.ts'
import { EmptyState } from '../../platform/shell/empty-state.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { Loading } from '../../platform/shell/loading.tsx'
import { SidePanel } from '../../platform/shell/side-panel.tsx'
import { reportOffersQuery, reportsKey } from './draft-queries.ts'
import { draftMessages } from './messages.ts'
import { SubjectPicker } from './subject-picker.tsx'

const says = draftMessages.starting

/** How many reports are written in one request, so that the bar moves. */
const AT_ONCE = 5

/** Starts drafts: an evaluation, an outline of its pack, and for whom. */
export function StartPanel({ close }: { close: () => void }): ReactNode {
  const runs = useQuery(runsQuery())
  const [picked, setPicked] = useState<string>()
  const run = picked ?? runs.data?.[0]?.id
  if (runs.error !== null) return <ErrorState error={runs.error} retry={() => runs.refetch()} />
  return (
    <SidePanel title={says.title} close={close} isTyped>
      {runs.data === undefined && <Loading />}
      {runs.data?.length === 0 && <EmptyState title={says.noRun} advice={says.noRunAdvice} />}
      {run !== undefined && (
        <>
          <div className="report-start-field">
            <label htmlFor="report-run">{says.run}</label>
            <Select
              id="report-run"
              value={run}
              onChange={setPicked}
              options={(runs.data ?? []).map(({ id, county, year, pack }) => ({
                value: id,
                label: `${county.name} ${year}年 ${pack.title}`,
              }))}
            />
          </div>
          <Offers key={run} run={run} close={close} />
        </>
      )}
    </SidePanel>
  )
}

function Offers({ run, close }: { run: string; close: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(reportOffersQuery(run))
  const [picked, setPicked] = useState<string>()
  if (error !== null) return <ErrorState error={error} retry={() => refetch()} />
  if (data === undefined) return <Loading />
  const offer =
    data.outlines.find(({ outline }) => outline === picked) ?? data.outlines.find(hasFree) ?? data.outlines[0]
  return (
    <>
      <div className="report-start-field">
        <label htmlFor="report-outline">{says.outline}</label>
        <Select
          id="report-outline"
          value={offer?.outline}
          onChange={setPicked}
          options={data.outlines.map((one) => ({ value: one.outline, label: titleOf(one) }))}
        />
      </div>
      {offer !== undefined && <Subjects key={offer.outline} run={run} offer={offer} close={close} />}
    </>
  )
}

/** Whether a report by it can be begun: there is somebody who has none. */
const hasFree = ({ subjects }: ReportOffer): boolean => subjects.some(({ report }) => report === undefined)

const titleOf = ({ title, kind, each, max_characters: limit }: ReportOffer): string =>
  [
    `${draftMessages.kinds[kind]}　${title}`,
    ...(each === undefined ? [] : [`（每个${each}一份）`]),
    ...(limit === undefined ? [] : [`（${says.limit(limit)}）`]),
  ].join('')

function Subjects({ run, offer, close }: { run: string; offer: ReportOffer; close: () => void }): ReactNode {
  const free = offer.subjects.filter(({ report }) => report === undefined)
  // Of many, nobody is written for whom nobody has picked.
  const [picked, setPicked] = useState<readonly string[]>(free.length === 1 ? free.map(({ subject }) => subject) : [])
  const { start, done } = useStart(run, offer, close)
  const isBusy = done !== undefined
  return (
    <>
      <fieldset className="report-start-field" disabled={isBusy}>
        <legend>{says.subjects}</legend>
        <SubjectPicker subjects={offer.subjects} picked={picked} pick={setPicked} />
      </fieldset>
      {done !== undefined && (
        <Progress
          percent={Math.round((done / picked.length) * 100)}
          format={() => says.progress(done, picked.length)}
        />
      )}
      <p className="muted">
        {free.length === 0 ? says.allBegun : picked.length === 0 ? says.pick : says.what(picked.length, offer.title)}
      </p>
      <Button type="primary" disabled={picked.length === 0} loading={isBusy} onClick={() => start(picked)}>
        {says.go(picked.length)}
      </Button>
    </>
  )
}

/** Some at a time; what was written before a failure stays and is told. */
function useStart(run: string, offer: ReportOffer, close: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [done, setDone] = useState<number>()
  const start = async (subjects: readonly string[]): Promise<void> => {
    let created = 0
    setDone(0)
    try {
      for (let at = 0; at < subjects.length; at += AT_ONCE) {
        const some = subjects.slice(at, at + AT_ONCE)
        const answer = await sendJson<StartedReports>('POST', '/reports', {
          run,
          outline: offer.outline,
          subjects: some,
        })
        created += answer.created.length
        setDone(at + some.length)
      }
      void message.success(says.done(created))
      close()
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 8)
    } finally {
      setDone(undefined)
      await client.invalidateQueries({ queryKey: reportsKey })
    }
  }
  return { start, done }
}
