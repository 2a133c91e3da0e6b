import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { assessmentQuery, figureChainQuery } from '../../platform/run/queries.ts'
import { indexRun, nameFigure } from '../../platform/run/run-index.ts'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { DraftSentences } from './draft-sentences.tsx'
import { type MentionedFigure, mentionsQuery } from './mentions-query.ts'
import { mentionMessages as says } from './messages.ts'

/** Figures above one that are looked for in drafts: the address of the request stays short enough for every server. */
const MOST = 60

/** Of a figure that no draft prints: the drafts that print what is made of it, such as the county's figure over a school's. */
export function MentionsAbove({ about, run }: { about: MentionedFigure; run: string }): ReactNode {
  const chain = useQuery(figureChainQuery(run, about.figure))
  const above = chain.data?.above.slice(0, MOST) ?? []
  const written = useQuery({ ...mentionsQuery({ ...about, figure: above }), enabled: above.length > 0 })
  const { data: assessment } = useQuery(assessmentQuery(run))
  const failed = [chain, written].find(({ error }) => error !== null)
  if (failed?.error != null) return <ErrorState error={failed.error} retry={() => failed.refetch()} />
  if (chain.data === undefined || assessment === undefined) return null
  if (above.length === 0) return <p className="muted">{says.nothingAbove}</p>
  if (written.data === undefined) return null
  const { mentions } = written.data
  if (mentions.length === 0) return <p className="muted">{says.aboveInNoDraft(above.length)}</p>
  const index = indexRun(assessment)
  const titleOf = (figure: string): string => {
    const { title, subject } = nameFigure(index, figure)
    return says.prints(title, subject)
  }
  return (
    <>
      <p>{says.above}</p>
      <DraftSentences mentions={mentions} lead={({ figure }) => <span className="before">{titleOf(figure)}</span>} />
    </>
  )
}
