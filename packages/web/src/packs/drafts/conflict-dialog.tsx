import type { DraftView, PackFile } from '@eduduty/core/packs'
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useDraftDesk } from './draft-context.ts'
import { changedEntries, changedPaths } from './merge-drafts.ts'
import { draftMessages } from './messages.ts'
import { sectionWords } from './section-messages.ts'

const says = draftMessages.conflict

/** Two people changed the draft: what each changed, and how it goes on. Nothing is lost until somebody decides. */
export function ConflictDialog({ theirs }: { theirs: DraftView }): ReactNode {
  const { draft } = useDraftDesk()
  const { saved, files } = draft
  const own = new Set(changedPaths(saved.files, files))
  const both = changedPaths(saved.files, theirs.files).filter((path) => own.has(path))
  return (
    <Modal
      open
      title={says.title}
      closable={false}
      width={640}
      footer={
        <>
          <Button onClick={() => draft.settle('theirs')}>{says.takeTheirs}</Button>
          <Button onClick={() => draft.settle('mine')}>{says.keepMine}</Button>
          <Button type="primary" onClick={() => draft.settle('merge')}>
            {says.merge}
          </Button>
        </>
      }
    >
      <p>{says.hint(theirs.saved_by)}</p>
      <Changed heading={says.theirs} before={saved.files} after={theirs.files} />
      <Changed heading={says.mine} before={saved.files} after={files} />
      {both.length > 0 && (
        <p className="wrong">
          {says.both}：{both.join('、')}
        </p>
      )}
      <p className="muted">{says.kept}</p>
    </Modal>
  )
}

function Changed(props: { heading: string; before: readonly PackFile[]; after: readonly PackFile[] }): ReactNode {
  const changed = changedEntries(props.before, props.after)
  return (
    <section className="panel-section">
      <h3>{props.heading}</h3>
      {changed.length === 0 && <p className="muted">{says.nothing}</p>}
      <ul className="plain-list">
        {changed.map((one) =>
          typeof one === 'string' ? (
            <li key={one}>{says.file(one)}</li>
          ) : (
            <li key={`${one.section} ${one.id} ${one.title}`}>
              {says.entry(sectionWords[one.section] ?? one.section, one.title)}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
