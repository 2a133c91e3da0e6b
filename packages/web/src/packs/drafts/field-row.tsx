import { isContent, type PackEntry, valueAt } from '@eduduty/core/packs'
import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../platform/form/date-field.tsx'
import { ChoicesField } from './choices-field.tsx'
import { useDraftDesk } from './draft-context.ts'
import { partOf, stepsOf, wordOf } from './field-words.ts'
import type { Field } from './fields.ts'
import { FormulaField } from './formula-field.tsx'
import { within } from './located.ts'
import { RowsTable } from './rows-table.tsx'
import { choiceWords, fieldHelp, fieldWords } from './section-messages.ts'
import { LongField, ShortField } from './text-fields.tsx'

/** A label, what is filled in, one line of help; red where the check found a mistake. */
export function FieldRow({ entry, field }: { entry: PackEntry; field: Field }): ReactNode {
  const { problems } = useDraftDesk()
  const part = partOf(entry)
  const steps = stepsOf(field.key)
  const isWrong = within(problems, entry, steps).some(({ problem }) => problem.warning !== true)
  const label = wordOf(fieldWords, part, field.key) ?? field.key
  const help = wordOf(fieldHelp, part, field.key)
  return (
    <div className={`field-row${isWrong ? ' field-wrong' : ''}`}>
      <span className="field-label">{label}</span>
      <div className="field-input">
        <FieldInput entry={entry} field={field} label={label} />
        {help !== undefined && <span className="field-help">{help}</span>}
      </div>
    </div>
  )
}

function FieldInput({ entry, field, label }: { entry: PackEntry; field: Field; label: string }): ReactNode {
  const { draft } = useDraftDesk()
  const steps = stepsOf(field.key)
  const value = valueAt(entry.content, steps)
  const set = (next: unknown, more: readonly (string | number)[] = []) =>
    draft.edit({ kind: 'set', file: entry.file, path: [...entry.path, ...steps, ...more], value: next })
  const setText = (text: string) => set(text === '' ? undefined : text)
  const text = typeof value === 'string' ? value : value === undefined || isContent(value) ? '' : String(value)
  const disabled = !draft.isOpen
  switch (field.kind) {
    case 'text':
    case 'number':
      return <ShortField label={label} text={text} onText={setText} disabled={disabled} />
    case 'long':
      return <LongField label={label} text={text} onText={setText} disabled={disabled} />
    case 'date':
      return <DateField label={label} value={text} onChange={setText} disabled={disabled} />
    case 'flag':
      return (
        <Checkbox
          aria-label={label}
          checked={value === true}
          disabled={disabled}
          onChange={({ target }) => set(target.checked ? true : undefined)}
        />
      )
    case 'choice':
      return <ChoiceField entry={entry} field={field} label={label} text={text} onText={setText} />
    case 'choices': {
      const words = wordOf(choiceWords, partOf(entry), field.key) ?? {}
      return <ChoicesField label={label} words={words} value={value} disabled={disabled} onChoose={set} />
    }
    case 'refs':
    case 'lines':
      return <ListField entry={entry} field={field} label={label} value={value} onList={set} />
    case 'formula':
      return isContent(value) ? (
        Object.entries(value).map(([stage, formula]) => (
          <FormulaField
            key={stage}
            entry={entry}
            path={[...steps, stage]}
            label={`${label} ${stage}`}
            stage={stage}
            text={String(formula)}
            onText={(next) => set(next, [stage])}
          />
        ))
      ) : (
        <FormulaField entry={entry} path={steps} label={label} text={text} onText={setText} />
      )
    case 'rows':
      return <RowsTable entry={entry} field={field} value={value} />
  }
}

interface ListProps {
  readonly entry: PackEntry
  readonly field: Field
  readonly label: string
}

function ChoiceField(props: ListProps & { text: string; onText: (text: string) => void }): ReactNode {
  const { draft } = useDraftDesk()
  const words = wordOf(choiceWords, partOf(props.entry), props.field.key) ?? {}
  const named = Object.entries(words).map(([value, label]) => ({ value, label }))
  const options = props.field.from === undefined ? named : idsOf(draft.list.entries, props.field.from)
  const isKnown = props.text === '' || options.some(({ value }) => value === props.text)
  return (
    <Select
      className="field-select"
      aria-label={props.label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={!draft.isOpen}
      value={props.text === '' ? undefined : props.text}
      onChange={(value) => props.onText(value ?? '')}
      options={isKnown ? options : [{ value: props.text, label: props.text }, ...options]}
    />
  )
}

function ListField(props: ListProps & { value: unknown; onList: (list: unknown) => void }): ReactNode {
  const { draft } = useDraftDesk()
  const list = Array.isArray(props.value) ? props.value.map(String) : []
  const options = idsOf(draft.list.entries, props.field.from ?? [])
  const known = new Map(options.map(({ value, label }) => [value, label]))
  const all = [...options, ...list.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id }))]
  return (
    <Select
      mode={props.field.from === undefined ? 'tags' : 'multiple'}
      className="field-list"
      aria-label={props.label}
      disabled={!draft.isOpen}
      value={list}
      onChange={(next: string[]) => props.onList(next.length === 0 ? undefined : next)}
      options={props.field.from === undefined ? [] : all}
      optionFilterProp="label"
      {...(props.field.from === undefined && { open: false })}
    />
  )
}

function idsOf(entries: readonly PackEntry[], sections: readonly string[]): { value: string; label: string }[] {
  const found = entries.filter(({ section }) => sections.includes(section))
  const county = sections.includes('grains') ? [{ value: 'county', label: 'county' }] : []
  return [...county, ...found.map(({ id, title }) => ({ value: id, label: `${title}（${id}）` }))]
}
