import type { KeptCheck } from '@eduduty/core/claims'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { queryString, sendFile } from '../../platform/api/http.ts'
import { checksKey } from '../claim-queries.ts'
import { claimMessages } from '../messages.ts'

const says = claimMessages.starting
const MOST_BYTES = 32 * 1024 * 1024

export interface StartInput {
  readonly file: File
  readonly isPasted: boolean
  readonly run: string | undefined
  /** Whose report it is, as the run calls them. */
  readonly subject: string | undefined
  /** One that was checked before, or another file. */
  readonly older: KeptCheck | File | undefined
}

type Stage = 'older' | 'report'

/** Sends the report, after the one that it is compared with; it may be stopped, and stops when the panel is left. */
export function useStartCheck() {
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [stage, setStage] = useState<Stage>()
  const asking = useRef<AbortController>(null)
  useEffect(() => () => asking.current?.abort(), [])
  const start = async (input: StartInput): Promise<void> => {
    // The second half of a double click starts no second check.
    if (asking.current !== null && !asking.current.signal.aborted) return
    const tooLarge = [input.file, input.older].find((one) => one instanceof File && one.size > MOST_BYTES)
    if (tooLarge instanceof File) return void message.error(says.tooLarge(tooLarge.name), 8)
    const stopper = new AbortController()
    asking.current = stopper
    try {
      const kept = await send(input, stopper.signal, setStage)
      await client.invalidateQueries({ queryKey: checksKey })
      await navigate({ to: '/claims/$county/$check', params: { county: kept.county, check: kept.check } })
    } catch (error) {
      if (stopper.signal.aborted) void message.info(says.cancelled)
      else void message.error(error instanceof Error ? error.message : String(error), 8)
    } finally {
      if (asking.current === stopper) asking.current = null
      setStage(undefined)
    }
  }
  return { start, stop: () => asking.current?.abort(), stage }
}

async function send(
  { file, isPasted, run, subject, older }: StartInput,
  signal: AbortSignal,
  tell: (stage: Stage) => void,
): Promise<KeptCheck> {
  const post = (sent: File, query: Record<string, string | undefined>) =>
    sendFile<KeptCheck>(`/claims/checks${queryString({ name: sent.name.slice(-200), ...query })}`, sent, signal)
  if (older instanceof File) tell('older')
  const compared = older instanceof File ? await post(older, {}) : older
  tell('report')
  return post(file, {
    pasted: isPasted ? 'true' : undefined,
    run,
    subject: run === undefined ? undefined : subject,
    older: compared?.check,
    older_county: compared?.county,
  })
}
