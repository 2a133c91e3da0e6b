import { type PackEntry, valueAt } from '@eduduty/core/packs'
import { Button, Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { ChoicesField } from './choices-field.tsx'
import { useDraftDesk } from './draft-context.ts'
import { partOf, rowKey, stepsOf, wordOf } from './field-words.ts'
import type { Field } from './fields.ts'
import { within } from './located.ts'
import { draftMessages } from './messages.ts'
import { choiceWords, fieldWords } from './section-messages.ts'
import { ShortField } from './text-fields.tsx'

const says = draftMessages.entry

/** A list within an entry: one line each, with lines added, taken away and moved. */
export function RowsTable(props: { entry: PackEntry; field: Field; value: unknown }): ReactNode {
  const { draft } = useDraftDesk()
  const { entry, field } = props
  const rows: readonly unknown[] = Array.isArray(props.value) ? props.value : []
  const fields = field.fields ?? []
  const { file } = entry
  const path = [...entry.path, ...stepsOf(field.key)]
  const add = () => draft.edit({ kind: 'insert', file, path, at: rows.length, value: rows.at(-1) ?? blank(fields) })
  return (
    <div className="rows-box">
      <table className="rows-table">
        <thead>
          <tr>
            {fields.map(({ key, width = 120 }) => (
              <th key={key} style={{ minWidth: width }}>
                {wordOf(fieldWords, partOf(entry), key) ?? key}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={rowKey(at)}>
              {fields.map((one) => (
                <td key={one.key}>
                  <Cell entry={entry} field={one} row={row} path={[...stepsOf(field.key), at, ...stepsOf(one.key)]} />
                </td>
              ))}
              <td className="rows-deeds">{draft.isOpen && <RowDeeds list={{ file, path }} at={at} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="muted">{says.none}</p>}
      {draft.isOpen && (
        <Button size="small" onClick={add}>
          {says.addRow}
        </Button>
      )}
    </div>
  )
}

function RowDeeds({ list, at }: { list: Pick<PackEntry, 'file' | 'path'>; at: number }): ReactNode {
  const { draft } = useDraftDesk()
  const button = { size: 'small', type: 'text' } as const
  return (
    <>
      <Button
        {...button}
        disabled={at === 0}
        aria-label={says.rowUp}
        title={says.rowUp}
        onClick={() => draft.edit({ kind: 'move', ...list, from: at, to: at - 1 })}
      >
        ↑
      </Button>
      <Button
        {...button}
        aria-label={says.removeRow}
        title={says.removeRow}
        onClick={() => draft.edit({ kind: 'remove', ...list, at })}
      >
        ×
      </Button>
    </>
  )
}

/** The first row of a list: what must stand there, to be written over. */
function blank(fields: readonly Field[]): Readonly<Record<string, string>> {
  const keys = fields.map(({ key }) => key).filter((key) => key === 'id' || key === 'title')
  return Object.fromEntries(keys.map((key) => [key, key === 'id' ? 'new_row' : says.none]))
}

function Cell(props: {
  readonly entry: PackEntry
  readonly field: Field
  readonly row: unknown
  /** Within the entry. */
  readonly path: readonly (string | number)[]
}): ReactNode {
  const { draft, problems } = useDraftDesk()
  const { entry, field, path } = props
  const found = valueAt(props.row, stepsOf(field.key))
  const text = found === undefined || found === null ? '' : String(found)
  const label = wordOf(fieldWords, partOf(entry), field.key) ?? field.key
  const set = (value: unknown) => draft.edit({ kind: 'set', file: entry.file, path: [...entry.path, ...path], value })
  const setText = (next: string) => set(next === '' ? undefined : next)
  const disabled = !draft.isOpen
  const isWrong = within(problems, entry, path).some(({ problem }) => problem.warning !== true)
  const input = () => {
    switch (field.kind) {
      case 'date':
        return <DateField label={label} value={text} onChange={setText} disabled={disabled} />
      case 'flag':
        return (
          <Checkbox
            aria-label={label}
            checked={found === true}
            disabled={disabled}
            onChange={({ target }) => set(target.checked ? true : undefined)}
          />
        )
      case 'choice': {
        const words = wordOf(choiceWords, partOf(entry), field.key) ?? {}
        return (
          <Select
            className="rows-select"
            aria-label={label}
            allowClear
            disabled={disabled}
            value={text === '' ? undefined : text}
            onChange={(next) => setText(next ?? '')}
            options={Object.entries(words).map(([value, word]) => ({ value, label: word }))}
          />
        )
      }
      case 'choices':
        return (
          <ChoicesField
            label={label}
            words={wordOf(choiceWords, partOf(entry), field.key) ?? {}}
            value={found}
            disabled={disabled}
            onChoose={set}
          />
        )
      default:
        return <ShortField label={label} text={text} onText={setText} disabled={disabled} />
    }
  }
  return <div className={isWrong ? 'field-wrong' : ''}>{input()}</div>
}
