import type { Mention } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { documentAddress } from '../run/documents.ts'
import { traceMessages } from './messages.ts'

export interface MentionsProps {
  readonly run: string
  readonly mentions: readonly Mention[]
}

/** Sentences of the report and cells of the forms that carry this figure; each leads to its file. */
export function MentionList({ run, mentions }: MentionsProps): ReactNode {
  if (mentions.length === 0) return <p className="muted">{traceMessages.noMentions}</p>
  const ranged = mentions.some((mention) => mention.text.includes('～'))
  return (
    <>
      <ul className="mentions">
        {mentions.map((mention) => (
          <li key={`${mention.document} ${mention.place} ${mention.text}`}>
            <div className="muted">
              <a href={documentAddress(run, mention.document)}>{mention.document}</a> › {mention.place}
            </div>
            <blockquote>{mention.text}</blockquote>
          </li>
        ))}
      </ul>
      {ranged && <p className="muted">{traceMessages.bounds}</p>}
    </>
  )
}
