import type { InputList, InputView } from '@eduduty/core/evaluation'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Light } from '../../platform/theme/light.tsx'
import { type Draft, type DraftEntry, placeOf } from './draft.ts'
import { InputField } from './input-field.tsx'
import { whatIfMessages as says } from './messages.ts'

interface InputTableProps {
  readonly list: InputList
  readonly draft: Draft
  /** Without a text the assumption goes. */
  readonly onAssume: (entry: DraftEntry, text: string) => void
  readonly onPart: (figure: string) => void
}

/** With more inputs than these one is looked for by name. */
const MANY = 8

/** The cells that a figure stands on, each with a field for another value; above them the figure itself. */
export function InputTable({ list, draft, onAssume, onPart }: InputTableProps): ReactNode {
  const [wanted, setWanted] = useState('')
  const shown = list.inputs.filter(({ title, owner }) => `${owner} ${title}`.includes(wanted.trim()))
  const assumed = new Map(draft.entries.map(({ assumption }) => [placeOf(assumption), assumption.text]))
  return (
    <>
      <InputFacts list={list} />
      <PartList list={list} onPart={onPart} />
      {list.inputs.length > MANY && (
        <Input
          size="small"
          allowClear
          className="filter-wide"
          placeholder={says.findInput}
          aria-label={says.findInput}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      <div className="what-if-inputbox">
        <table className="plain what-if-inputs" hidden={list.inputs.length === 0 && !list.is_number}>
          <thead>
            <tr>
              <th>{says.columns.item}</th>
              <th className="align-right">{says.columns.now}</th>
              <th>{says.columns.assumed}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((input) => (
              <InputRow
                key={placeOf(entryOfInput(input).assumption)}
                input={input}
                assumed={assumed}
                onAssume={onAssume}
              />
            ))}
            {list.is_number && <ItselfRow list={list} assumed={assumed} onAssume={onAssume} />}
          </tbody>
        </table>
      </div>
      {list.input_count > list.inputs.length && (
        <p className="muted">{says.inputsLeft(list.input_count - list.inputs.length)}</p>
      )}
    </>
  )
}

interface RowProps {
  /** Assumed texts by place. */
  readonly assumed: ReadonlyMap<string, string>
  readonly onAssume: InputTableProps['onAssume']
}

function InputRow({ input, assumed, onAssume }: RowProps & { readonly input: InputView }): ReactNode {
  const entry = entryOfInput(input)
  return (
    <tr>
      <td>
        {input.title}
        {input.unit !== undefined && <span className="muted">（{input.unit}）</span>}
        <span className="what-if-owner muted">
          {input.owner} · {input.register_title}
        </span>
      </td>
      <td className="align-right number">{input.text === '' ? says.notReported : input.text}</td>
      <td>
        <InputField
          label={`${input.owner} ${input.title}`}
          text={assumed.get(placeOf(entry.assumption)) ?? ''}
          choices={input.choices}
          onText={(text) => onAssume(entry, text)}
        />
      </td>
    </tr>
  )
}

/** What a composed figure is made of; shown in full where it has no cells of its own. */
function PartList({ list, onPart }: { list: InputList; onPart: (figure: string) => void }): ReactNode {
  if (list.inputs.length > 0) return null
  return (
    <>
      <p className="muted">{list.parts.length === 0 ? says.noInputs : says.parts}</p>
      <ul className="what-if-parts">
        {list.parts.map((part) => (
          <li key={part.figure}>
            <button type="button" className="link" onClick={() => onPart(part.figure)}>
              {part.title}
            </button>
            <span className="number">{part.shown}</span>
            {part.state !== undefined && <Light state={part.state} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function InputFacts({ list }: { list: InputList }): ReactNode {
  return (
    <p className="what-if-facts">
      <span>
        {says.now} <strong className="number">{list.shown}</strong>
        {list.unit !== undefined && /\d/.test(list.shown) && !list.shown.endsWith('%') && ` ${list.unit}`}
      </span>
      {list.standard !== undefined && (
        <span>
          {says.standard} {list.standard}
        </span>
      )}
      {list.state !== undefined && <Light state={list.state} />}
      {list.gap !== undefined && <span className="wrong">{list.gap}</span>}
    </p>
  )
}

function ItselfRow({ list, assumed, onAssume }: RowProps & { readonly list: InputList }): ReactNode {
  const entry: DraftEntry = {
    assumption: { kind: 'figure', figure: list.figure, text: '' },
    title: list.title,
    owner: list.subject,
    unit: list.unit,
    now: list.shown,
  }
  return (
    <tr className="what-if-itself">
      <td>
        {list.title}
        <span className="what-if-owner muted">{says.itself}</span>
      </td>
      <td className="align-right number">{list.shown}</td>
      <td>
        <InputField
          label={`${says.itself} ${list.title}`}
          text={assumed.get(placeOf(entry.assumption)) ?? ''}
          onText={(text) => onAssume(entry, text)}
        />
      </td>
    </tr>
  )
}

export function entryOfInput(input: InputView): DraftEntry {
  return {
    assumption: { kind: 'cell', register: input.register, key: input.key, column: input.column, text: '' },
    title: input.title,
    owner: input.owner,
    unit: input.unit,
    now: input.text,
  }
}
