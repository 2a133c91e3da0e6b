import { needsReason, type PaperRow, paperKindTitles, personalClassTitles } from '@eduduty/core/archive'
import { chinaMinute, dayOf } from '@eduduty/core/calendar'
import type { ReactNode } from 'react'
import { bytesText } from '../../platform/table/bytes-text.ts'
import type { Column } from '../../platform/table/column.ts'
import { describingMessages } from '../describing/messages.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.papers

/** Two lines for each paper: what it is, and where the searched words stand. */
export const paperColumns: readonly Column<PaperRow>[] = [
  { key: 'title', title: says.columns.title, width: 360, cell: (one) => <Title one={one} /> },
  { key: 'kind', title: says.columns.kind, width: 80, cell: ({ kind }) => paperKindTitles[kind] },
  {
    key: 'unit',
    title: says.columns.unit,
    width: 150,
    cell: ({ unit_name: name }) => <span className="clamp">{name}</span>,
  },
  {
    key: 'document',
    title: says.columns.document,
    width: 140,
    cell: ({ document_no: no }) => <span className="clamp">{no}</span>,
  },
  {
    key: 'made',
    title: says.columns.made,
    width: 96,
    cell: ({ made_on: day }) => <span className="number">{day}</span>,
  },
  {
    key: 'needs',
    title: says.columns.needs,
    width: 64,
    align: 'right',
    cell: ({ needs }) => <span className={needs === 0 ? 'number zero' : 'number'}>{needs}</span>,
  },
  {
    key: 'bytes',
    title: says.columns.bytes,
    width: 80,
    align: 'right',
    cell: ({ bytes }) => <span className="number">{bytesText(bytes)}</span>,
  },
  {
    key: 'by',
    title: says.columns.by,
    width: 150,
    cell: ({ uploaded_by: by, uploaded_at: at }) => (
      <span className="clamp">
        {by} <span className="number">{chinaMinute(at)}</span>
      </span>
    ),
  },
]

function Title({ one }: { one: PaperRow }): ReactNode {
  return (
    <span className="clamp" title={one.file_name}>
      <strong>{one.title}</strong>
      <PaperTags one={one} />
      {one.excerpt !== undefined && <span className="muted archive-excerpt">{one.excerpt}</span>}
    </span>
  )
}

/** What has to be known of a paper before it is opened. */
export function PaperTags({ one }: { one: PaperRow }): ReactNode {
  const isExpired = one.valid_until !== undefined && one.valid_until < dayOf(new Date())
  return (
    <>
      {one.is_damaged && <span className="archive-tag wrong">{says.damaged}</span>}
      {one.is_withdrawn && <span className="archive-tag">{says.withdrawn}</span>}
      {one.lacks !== '' && <span className="archive-tag short">{describingMessages.lacks(one.lacks)}</span>}
      {isExpired && <span className="archive-tag short">{says.expired}</span>}
      {needsReason(one) && <span className="archive-tag">{personalClassTitles[one.personal]}</span>}
      {one.versions > 1 && <span className="archive-tag">{says.version(one.versions)}</span>}
    </>
  )
}
