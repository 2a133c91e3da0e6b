import { offeredName, type PackEntry } from '@eduduty/core/packs'
import { Button, Popconfirm, Space } from 'antd'
import type { ReactNode } from 'react'
import { copyEntry, moveEntry, removeEntry } from './change-entries.ts'
import { useDraftDesk } from './draft-context.ts'
import { FieldRow } from './field-row.tsx'
import { fieldsOf } from './fields.ts'
import { lineOfEntry } from './line-of-entry.ts'
import { within } from './located.ts'
import { draftMessages } from './messages.ts'
import { ProblemLine } from './problem-bar.tsx'
import { sectionWords } from './section-messages.ts'

const says = draftMessages.entry

/** One entry as a form. What the form does not know stays as it is written. */
export function EntryForm({ entry }: { entry: PackEntry }): ReactNode {
  const { draft, problems, openSource } = useDraftDesk()
  const fields = fieldsOf(entry.section, entry.content)
  const here = within(problems, entry).filter(({ problem }) => problem.warning !== true)
  const known = new Set((fields ?? []).map(({ key }) => key.split('.')[0] ?? ''))
  const others = Object.keys(entry.content).filter((key) => !known.has(key))
  const word = sectionWords[entry.section] ?? entry.section
  return (
    <>
      <div className="entry-head">
        <h2>
          {word}：{entry.title}
        </h2>
        <Space size={4}>
          {draft.isOpen && entry.path.length > 1 && <EntryDeeds entry={entry} />}
          <Button size="small" onClick={() => openSource(entry.file, lineOfEntry(entry, draft.files))}>
            {says.source}
          </Button>
        </Space>
      </div>
      {here.length > 0 && (
        <ol className="problem-list">
          {here.map((located) => (
            <ProblemLine
              key={`${located.problem.line} ${located.problem.column} ${offeredName(located.problem.suggestion)} ${located.problem.message}`}
              located={located}
            />
          ))}
        </ol>
      )}
      {fields === undefined ? (
        <p className="muted">{says.sourceOnly}</p>
      ) : (
        fields.map((field) => <FieldRow key={field.key} entry={entry} field={field} />)
      )}
      {fields !== undefined && others.length > 0 && <p className="muted">{says.others(others.join('、'))}</p>}
    </>
  )
}

function EntryDeeds({ entry }: { entry: PackEntry }): ReactNode {
  const { draft, openEntry } = useDraftDesk()
  const { entries } = draft.list
  const [up, down] = [moveEntry(entries, entry, -1), moveEntry(entries, entry, 1)]
  const take = (changed: ReturnType<typeof moveEntry>) => {
    if (changed === undefined) return
    draft.edit(changed.edit)
    openEntry(changed.key)
  }
  const remove = () => {
    draft.edit(removeEntry(entry))
    openEntry(undefined)
  }
  return (
    <Space size={4}>
      <Button size="small" disabled={up === undefined} onClick={() => take(up)}>
        {says.up}
      </Button>
      <Button size="small" disabled={down === undefined} onClick={() => take(down)}>
        {says.down}
      </Button>
      <Button size="small" onClick={() => take(copyEntry(entries, entry))}>
        {says.copy}
      </Button>
      <Popconfirm title={says.removeAsk} onConfirm={remove} okText={says.remove}>
        <Button size="small" danger>
          {says.remove}
        </Button>
      </Popconfirm>
    </Space>
  )
}
