import type { FormulaNotes } from '../evaluation/index.ts'
import type { Outline, Pack, PackPath } from '../packs/index.ts'
import { printedFigures } from './printed-figures.ts'

interface Known {
  readonly pack: Pack
  readonly notes: FormulaNotes
  /** Words that need no formula. */
  readonly words: ReadonlySet<string>
}

/**
 * A report whose readers may not see the children prints nothing of which nobody has said whether a small count follows from
 * it: each figure is a count, is reckoned from counts, or is said to be free of them.
 */
export function validateSmall(known: Known, outline: Outline, path: PackPath): void {
  const { small, told = [], sections } = outline
  if (small === undefined) return
  const named = namesOf(known.pack)
  const declared = small.flatMap(({ counts, rates = [], bounds = [] }) => [
    ...counts,
    ...[...rates, ...bounds].map(({ value }) => value),
  ])
  const classed = new Set([...declared, ...told].map(named))
  const printed = printedFigures(sections, [...path, 'sections'])
  const seen = new Set<string>()
  for (const { formula, path: at } of printed) {
    const name = named(formula)
    if (classed.has(name) || known.words.has(formula) || formula.startsWith('参数.') || seen.has(name)) continue
    seen.add(name)
    known.notes.problems.push({
      code: 'small_unclassed',
      message: `这份报告的读者不能看到孩子，却没有写明由“${formula}”能不能推算出小数目`,
      ...known.notes.source.place(at),
      suggestion: '是人数的写进 small 的 counts，由人数算得的写进 rates 或 bounds，都不是的写进 told',
    })
  }
  refuseUnprinted(known, told, new Set(printed.map(({ formula }) => named(formula))), path)
  refuseIssues(known, sections, path)
}

/** A name that is told and stands nowhere is a slip of the pen. */
function refuseUnprinted(
  { pack, notes }: Known,
  told: readonly string[],
  printed: ReadonlySet<string>,
  path: PackPath,
) {
  const named = namesOf(pack)
  for (const [index, formula] of told.entries())
    if (!printed.has(named(formula)))
      notes.problems.push({
        code: 'told_unprinted',
        message: `told 里的“${formula}”在这份报告里没有印`,
        ...notes.source.place([...path, 'told', index]),
        suggestion: '核对名称，或者删去',
      })
}

/** What `issues` writes of an indicator is not kept back. */
function refuseIssues({ notes }: Known, sections: Outline['sections'], path: PackPath): void {
  for (const [at, { body }] of sections.entries())
    for (const [block, part] of body.entries())
      for (const [index, entry] of ('sentences' in part ? part.sentences : []).entries())
        if ('issues' in entry)
          notes.problems.push({
            code: 'small_with_issues',
            message: '这份报告的读者不能看到孩子，issues 写的指标值却不会略去小数目',
            ...notes.source.place([...path, 'sections', at, 'body', block, 'sentences', index]),
            suggestion: '改写成句子，数写进 small',
          })
}

/** A figure is named by its title or by its id; a change is named by what it is the change of. */
function namesOf({ elements = [], indicators }: Pack): (formula: string) => string {
  const titles = new Map([...elements, ...indicators].map(({ id, title }) => [id, title]))
  return (formula) => {
    const plain = /^上年\((.+)\)$/u.exec(formula)?.[1] ?? formula
    return titles.get(plain) ?? plain
  }
}
