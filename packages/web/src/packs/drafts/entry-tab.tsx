import type { ReactNode } from 'react'
import { useDraftDesk } from './draft-context.ts'
import type { DraftSearch } from './draft-search.ts'
import { EntryForm } from './entry-form.tsx'
import { EntryTree } from './entry-tree.tsx'
import { entryKey } from './located.ts'
import { draftMessages } from './messages.ts'

const says = draftMessages.tree

/** All entries on the left, the form of one on the right: what an official uses. */
export function EntryTab(props: { search: DraftSearch; change: (part: DraftSearch) => void }): ReactNode {
  const { draft } = useDraftDesk()
  const { entries, unread } = draft.list
  const { entry: wanted, q } = props.search
  const chosen = entries.find((entry) => entryKey(entry) === wanted)
  return (
    <>
      {unread.length > 0 && <p className="wrong">{says.unread(unread.join('、'))}</p>}
      <div className="draft-desk">
        <EntryTree selected={wanted} q={q} change={props.change} />
        <div className="draft-form">
          {chosen !== undefined ? (
            <EntryForm key={entryKey(chosen)} entry={chosen} />
          ) : (
            <p className="muted">{wanted === undefined ? says.choose : says.gone}</p>
          )}
        </div>
      </div>
    </>
  )
}
