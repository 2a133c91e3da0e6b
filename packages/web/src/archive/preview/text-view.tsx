import type { Preview } from '@eduduty/core/archive'
import type { ReactNode } from 'react'
import { archiveMessages } from '../messages.ts'
import { numbered } from './numbered.ts'
import { PlainGrid } from './plain-grid.tsx'

const says = archiveMessages.preview

/** A document as its words and tables: for reading, without its layout. */
export function TextView({ preview }: { preview: Preview }): ReactNode {
  return (
    <>
      <p className="muted archive-view-bar">{says.wordsOnly}</p>
      <article className="archive-view archive-text">
        {numbered(preview.paragraphs).map(({ no, one }) => (
          <Paragraph key={no} one={one} />
        ))}
        {preview.is_cut && <p className="note">{says.cut}</p>}
      </article>
    </>
  )
}

function Paragraph({ one }: { one: Preview['paragraphs'][number] }): ReactNode {
  if (one.table !== undefined) return <PlainGrid rows={one.table} />
  if (one.level > 0) return <h4 className={`archive-heading-${Math.min(one.level, 3)}`}>{one.text}</h4>
  return <p>{one.text}</p>
}
