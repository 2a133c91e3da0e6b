import type { ReportMention } from '@eduduty/core/reports'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { draftMessages } from '../drafts/messages.ts'
import { mentionMessages as says } from './messages.ts'

interface DraftSentencesProps {
  readonly mentions: readonly ReportMention[]
  /** What stands before the name of the draft: of which figure the sentence tells. */
  readonly lead?: (one: ReportMention) => ReactNode
}

/** Sentences of drafts, each leading to its paragraph. */
export function DraftSentences({ mentions, lead }: DraftSentencesProps): ReactNode {
  return (
    <ul className="mentions">
      {mentions.map((one) => (
        <DraftSentence key={`${one.report} ${one.block} ${one.text}`} one={one} lead={lead?.(one)} />
      ))}
    </ul>
  )
}

function DraftSentence({ one, lead }: { one: ReportMention; lead: ReactNode }): ReactNode {
  const { county, report, block, text, title, state } = one
  return (
    <li>
      <div className="muted">
        {lead}
        {says.inDraft(title, draftMessages.states[state])}
      </div>
      <blockquote>
        <Link
          to="/reports/$county/$report"
          params={{ county, report }}
          search={{ at: block }}
          aria-label={says.open(text)}
        >
          {text}
        </Link>
      </blockquote>
    </li>
  )
}
