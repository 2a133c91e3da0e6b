import type { ChangeEntry, LiveAnswer } from '@eduduty/core/evaluation'
import { useEffect, useState } from 'react'
import { getJson, queryString } from '../../platform/api/http.ts'

/** How long the server may wait for something to happen, in seconds. */
const WAIT = '20'
/** After a failure it is tried again, in milliseconds. */
const RETRY = 3000
/** Without a hand on the page it stops following: an open page must not keep a session alive. */
const IDLE = 10 * 60_000
/** So many changes stay on the page. */
const KEPT = 200

export interface LiveChange {
  readonly key: string
  readonly at: string
  readonly change: ChangeEntry
}

export interface Live {
  readonly answer: LiveAnswer | undefined
  readonly feed: readonly LiveChange[]
  /** Changes that were too many to be told, or came while nobody followed. */
  readonly isMissing: boolean
  readonly error: Error | undefined
  readonly isPaused: boolean
  readonly goOn: () => void
}

/** Follows a period: asks, waits for a change, asks again. */
export function useLive(county: string, period: string): Live {
  const [state, setState] = useState<Pick<Live, 'answer' | 'feed' | 'isMissing' | 'error'>>({
    answer: undefined,
    feed: [],
    isMissing: false,
    error: undefined,
  })
  const [isPaused, setPaused] = useState(false)
  usePause(setPaused)
  useEffect(() => {
    if (isPaused) return
    const stop = new AbortController()
    void follow(`/evaluation/periods/${county}/${period}/live`, stop.signal, {
      told: (answer) => setState((before) => withAnswer(before, answer)),
      failed: (error) => setState((before) => ({ ...before, error })),
    })
    return () => stop.abort()
  }, [county, period, isPaused])
  return { ...state, isPaused, goOn: () => setPaused(false) }
}

interface Ears {
  readonly told: (answer: LiveAnswer) => void
  readonly failed: (error: Error) => void
}

async function follow(path: string, signal: AbortSignal, { told, failed }: Ears): Promise<void> {
  let since: string | undefined
  while (!signal.aborted) {
    try {
      const query = queryString(since === undefined ? {} : { since, wait: WAIT })
      const answer = await getJson<LiveAnswer>(`${path}${query}`, signal)
      since = answer.stamp
      told(answer)
    } catch (error) {
      if (signal.aborted) return
      failed(error instanceof Error ? error : new Error(String(error)))
      await new Promise((resolve) => setTimeout(resolve, RETRY))
    }
  }
}

function withAnswer(
  before: Pick<Live, 'answer' | 'feed' | 'isMissing' | 'error'>,
  answer: LiveAnswer,
): Pick<Live, 'answer' | 'feed' | 'isMissing' | 'error'> {
  const isFirst = before.answer === undefined
  const fresh = answer.changes.map((change, order) => ({ key: `${answer.stamp} ${order}`, at: answer.at, change }))
  return {
    answer,
    feed: [...fresh, ...before.feed].slice(0, KEPT),
    isMissing:
      before.isMissing ||
      answer.change_count > answer.changes.length ||
      (!isFirst && answer.is_new && answer.stamp !== before.answer?.stamp),
    error: undefined,
  }
}

/** Out of sight, or without a hand for long: paused until somebody is there again. */
function usePause(setPaused: (paused: boolean) => void): void {
  useEffect(() => {
    let last = Date.now()
    const touched = (): void => {
      last = Date.now()
    }
    const seen = (): void => {
      if (document.hidden) setPaused(true)
    }
    const timer = setInterval(() => Date.now() - last > IDLE && setPaused(true), 15_000)
    const hands = ['pointermove', 'keydown', 'wheel'] as const
    for (const hand of hands) addEventListener(hand, touched, { passive: true })
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      for (const hand of hands) removeEventListener(hand, touched)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [setPaused])
}
