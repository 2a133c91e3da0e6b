import type { Mention } from '@eduduty/core/evaluation'
import type { ReactNode } from 'react'
import { traceMessages } from './messages.ts'

/** Sentences of the report and cells of the forms that carry this figure. */
export function MentionList(props: { mentions: readonly Mention[] }): ReactNode {
  if (props.mentions.length === 0) return <p className="muted">{traceMessages.noMentions}</p>
  const ranged = props.mentions.some((mention) => mention.text.includes('～'))
  return (
    <>
      <ul className="mentions">
        {props.mentions.map((mention) => (
          <li key={`${mention.document} ${mention.place} ${mention.text}`}>
            <div className="muted">
              {mention.document} › {mention.place}
            </div>
            <blockquote>{mention.text}</blockquote>
          </li>
        ))}
      </ul>
      {ranged && <p className="muted">{traceMessages.bounds}</p>}
    </>
  )
}
