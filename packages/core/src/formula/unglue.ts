import { tokenize } from './lexer.ts'
import { FormulaFault } from './problem.ts'
import type { Scope } from './scope.ts'

/** Pieces of a name that holds 且, 或, 属于 itself: five with four of these words between them. */
const LONGEST_NAME = 9

/** A run of letters taken apart at 且, 或, 属于 and a leading 非, keeping the longest names that the scope knows. */
function takeApart(run: string, isName: (name: string) => boolean): string {
  const pieces = run.split(/(且|或|属于)/u)
  const words: string[] = []
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length, from + LONGEST_NAME)
    const joined = (): string => pieces.slice(from, to).join('')
    while (to > from + 1 && !isName(joined()) && !isName(joined().replace(/^非/u, ''))) to -= 2
    words.push(isName(joined()) ? joined() : joined().replace(/^非(?=.)/u, '非 '))
    const keyword = pieces[to]
    if (keyword !== undefined) words.push(keyword)
    from = to + 1
  }
  return words.join(' ')
}

/** Spaces put where conditions were written as one word that names nothing: 专任且在岗 as 专任 且 在岗. */
export function ungluedSource(source: string, scope: Scope): string {
  const isName = (name: string): boolean =>
    scope.findScalar([name]) !== undefined || scope.findRowset(name) !== undefined
  let [text, copied] = ['', 0]
  for (const { kind, span } of readableTokens(source)) {
    const run = source.slice(span.start, span.end)
    if (kind !== 'name' || run.startsWith('「') || isName(run)) continue
    text += source.slice(copied, span.start) + takeApart(run, isName)
    copied = span.end
  }
  return text + source.slice(copied)
}

function readableTokens(source: string): ReturnType<typeof tokenize> {
  try {
    return tokenize(source)
  } catch (fault) {
    if (fault instanceof FormulaFault) return []
    throw fault
  }
}
