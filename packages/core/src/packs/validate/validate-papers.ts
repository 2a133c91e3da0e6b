import type { PackPath } from '../parse-pack.ts'
import { type CasePaper, casePaperWords } from '../schema/case-paper.ts'
import type { Pack } from '../schema/pack.ts'
import { noteProblem, noteUnknown, type ProblemNotes } from './note-problem.ts'

const numberWords = ['年度', '序号', '本单位', '本单位简称'] as const

/** The words of papers stand for something that is there; a number has the year and the number in it. */
export function validatePapers(pack: Pack, notes: ProblemNotes): void {
  for (const [index, paper] of (pack.papers ?? []).entries()) {
    const path = ['papers', index]
    checkWords(notes, [...path, 'number'], paper.number, numberWords)
    for (const word of ['年度', '序号'])
      if (!paper.number.includes(`{${word}}`))
        noteProblem(notes, [...path, 'number'], {
          code: 'number_not_unique',
          message: `“${paper.title}”的文号没有{${word}}，两份文书会是同一个号。`,
          suggestion: '写成如 {本单位简称}劝返〔{年度}〕{序号}号。',
        })
    const known = [...casePaperWords, ...fieldsOf(pack, paper)]
    for (const [at, text] of paper.paragraphs.entries()) checkWords(notes, [...path, 'paragraphs', at], text, known)
    for (const [at, text] of (paper.copies ?? []).entries()) checkWords(notes, [...path, 'copies', at], text, known)
    if (paper.addressee !== undefined) checkWords(notes, [...path, 'addressee'], paper.addressee, known)
  }
}

/** What is asked with the steps that draw up a paper may stand in it. */
function fieldsOf(pack: Pack, paper: CasePaper): readonly string[] {
  return (pack.casework ?? []).flatMap(({ steps }) =>
    steps.filter((step) => step.paper === paper.id).flatMap(({ asks = [] }) => asks.map(({ title }) => title)),
  )
}

function checkWords(notes: ProblemNotes, path: PackPath, text: string, known: readonly string[]): void {
  for (const [, word = ''] of text.matchAll(/\{([^{}]*)\}/g))
    if (!known.includes(word)) noteUnknown(notes, path, '替换词', word, known)
}
