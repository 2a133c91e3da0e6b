/** Length of a text in whole characters: two letters or digits are as wide as one Chinese character. */
export function textLength(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign <= '\u00ff' ? 0.5 : 1), 0)
}

/** A cause, a condition or an aim, which says nothing without what follows from it. */
const LEADS_ON = /^(?:\d+[.．、])?(?:因|由于|为了|对|按|经|截至|根据|依据|针对|通过|除)[^；。]*，$/u

/**
 * The first clauses of a sentence that fit into `most` characters, always at least one that says something by itself: a
 * clause is never cut, so that no number loses its unit. What stands in brackets belongs to its clause.
 */
export function shortenSentence(sentence: string, most: number): string {
  let kept = ''
  for (const clause of clausesOf(sentence)) {
    if (kept !== '' && !LEADS_ON.test(kept) && textLength(kept + clause) > most) break
    kept += clause
  }
  return kept.replace(/[，；：。、\s]+$/u, '')
}

function clausesOf(sentence: string): readonly string[] {
  const clauses: string[] = []
  let depth = 0
  let clause = ''
  for (const sign of sentence) {
    clause += sign
    if ('（([《“'.includes(sign)) depth += 1
    else if ('）)]》”'.includes(sign)) depth -= 1
    else if (depth <= 0 && '，；。'.includes(sign)) {
      clauses.push(clause)
      clause = ''
    }
  }
  return clause === '' ? clauses : [...clauses, clause]
}
