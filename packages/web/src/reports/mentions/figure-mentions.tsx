import type { Mention } from '@eduduty/core/evaluation'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCurrentRun } from '../../platform/run/current-run.tsx'
import { useMay } from '../../platform/session/session-context.tsx'
import { ErrorState } from '../../platform/shell/error-state.tsx'
import { MentionList } from '../../platform/trace/mention-list.tsx'
import { DraftSentences } from './draft-sentences.tsx'
import { MentionsAbove } from './mentions-above.tsx'
import { type MentionedFigure, mentionsQuery } from './mentions-query.ts'
import { mentionMessages as says } from './messages.ts'

interface FigureMentionsProps {
  readonly about: MentionedFigure
  readonly run: string
  /** What the files of the run say. */
  readonly mentions: readonly Mention[]
}

/** Sentences that carry a figure: those of drafts lead to their paragraph, those of the run's files to the file. */
export function FigureMentions(props: FigureMentionsProps): ReactNode {
  const { run, mentions } = props
  return useMay()('reports.read') ? <InDrafts {...props} /> : <MentionList run={run} mentions={mentions} />
}

/** The same for the figure that is traced in the run of the page. */
export function TracedMentions({ figure, mentions }: { figure: string; mentions: readonly Mention[] }): ReactNode {
  const { id, index } = useCurrentRun()
  const { county, pack, year } = index.assessment.run
  return <FigureMentions about={{ county: county.code, pack: pack.id, year, figure }} run={id} mentions={mentions} />
}

function InDrafts({ about, run, mentions }: FigureMentionsProps): ReactNode {
  const { data, error, refetch } = useQuery(mentionsQuery({ ...about, figure: [about.figure] }))
  const written = data?.mentions ?? []
  const said = new Set(written.map(({ text }) => text))
  const others = mentions.filter(({ text }) => !said.has(text))
  return (
    <>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {written.length > 0 && <DraftSentences mentions={written} />}
      {data !== undefined && written.length === 0 && (
        <>
          <p className="muted">{says.inNoDraft}</p>
          <MentionsAbove about={about} run={run} />
        </>
      )}
      {others.length > 0 && <MentionList run={run} mentions={others} />}
      {data !== undefined && others.length === 0 && written.length === 0 && <p className="muted">{says.inNoFile}</p>}
    </>
  )
}
