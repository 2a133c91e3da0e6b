import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { eachInTurn } from '../../platform/api/each-in-turn.ts'
import { sendJson } from '../../platform/api/http.ts'
import { archiveKey, paperPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'
import {
  linksByPaper,
  openSuggestions,
  type Suggestion,
  suggestionName,
  surestSuggestions,
  type Upload,
} from './upload-queue.ts'

/** Suggested uses of what arrived, taken one by one or all; what cannot be taken says why. */
export function useAccept(county: string, uploads: readonly Upload[]) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const take = async (some: readonly Suggestion[]): Promise<void> => {
    setBusy(true)
    const papers = [...linksByPaper(some)].map(([paper, needs]) => ({ paper, needs, what: paper }))
    const { done, failures } = await eachInTurn(papers, async ({ paper, needs }) => {
      await sendJson('POST', `${paperPath(county, paper)}/links`, { needs })
      setAccepted((before) => new Set([...before, ...needs.map((need) => suggestionName({ paper, need }))]))
      return needs.length
    })
    setBusy(false)
    const [first] = failures
    if (first !== undefined) void message.error(first.why, 8)
    else void message.success(archiveMessages.upload.accepted(done))
    await client.invalidateQueries({ queryKey: archiveKey })
  }
  const untouched = openSuggestions(uploads, accepted).filter(({ paper }) => !isUsed(accepted, paper))
  return { accepted, surest: surestSuggestions(untouched), take, isBusy }
}

const isUsed = (accepted: ReadonlySet<string>, paper: string): boolean =>
  [...accepted].some((name) => name.startsWith(`${paper} `))

export type Accept = ReturnType<typeof useAccept>
