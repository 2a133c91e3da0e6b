import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import type { DraftNames, NameEntry } from '@eduduty/core/packs'

const word = /[\p{Script=Han}\p{L}\p{N}_.]+$/u
const plain = /^[\p{Script=Han}\p{L}_][\p{Script=Han}\p{L}\p{N}_]*$/u

/** A name as it is written in a formula: in corner brackets when it holds other signs. */
const written = (title: string): string =>
  title
    .split('.')
    .map((part) => (plain.test(part) ? part : `「${part}」`))
    .join('.')

/** Offers names and functions by a part of their Chinese, or by the initials of their pinyin. */
export function completeFormula(names: DraftNames | undefined): CompletionSource {
  return (context) => {
    const line = context.state.doc.lineAt(context.pos)
    const before = line.text.slice(0, context.pos - line.from)
    const typed = word.exec(before)?.[0] ?? ''
    if (names === undefined || (typed === '' && !context.explicit)) return null
    const dot = typed.lastIndexOf('.')
    const owner = names.rowsets.find(({ title }) => dot > 0 && title === typed.slice(0, dot))
    const from = owner === undefined ? context.pos - typed.length : context.pos - typed.length + dot + 1
    const wanted = owner === undefined ? typed : typed.slice(dot + 1)
    const options =
      owner === undefined
        ? allOf(names, wanted)
        : owner.columns.filter(fits(wanted)).map((one) => option(one, 'property', 2))
    return options.length === 0 ? null : { from, options, filter: false }
  }
}

function allOf(names: DraftNames, wanted: string): Completion[] {
  const match = fits(wanted)
  return [
    ...names.scalars.filter(match).map((one) => option(one, 'variable', 2)),
    ...names.rowsets.filter(match).map((one) => option(one, 'class', 1)),
    ...names.functions.filter(match).map((one) => ({
      ...option(one, 'function', 0),
      apply: `${one.title}(`,
      detail: one.example,
      info: one.note,
    })),
  ].slice(0, 60)
}

const option = ({ title, note }: NameEntry, type: string, boost: number): Completion => ({
  label: title,
  apply: written(title),
  detail: note,
  type,
  boost,
})

function fits(wanted: string): (one: NameEntry) => boolean {
  const text = wanted.toLowerCase()
  return ({ title, initials }) =>
    title.toLowerCase().includes(text) || (/^[a-z0-9]+$/.test(text) && initials.includes(text))
}
