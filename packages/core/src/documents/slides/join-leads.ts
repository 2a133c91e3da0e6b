import type { SentenceModel } from '../report-model.ts'

/** A sentence of so many characters at most may only lead to the others of its paragraph. */
const LEAD = 26

/**
 * The sentences of some paragraphs one by one. What only says what a paragraph is about goes before each of its
 * sentences, which would not say it alone; a lead that stands by itself goes before the next paragraph.
 */
export function joinLeads(paragraphs: readonly (readonly SentenceModel[])[]): readonly SentenceModel[] {
  const joined: SentenceModel[] = []
  let waiting = ''
  for (const paragraph of paragraphs) {
    const told = paragraph.filter(({ text }) => !/见(?:表|图)/u.test(text))
    const [first, ...others] = told
    if (first === undefined) continue
    const isLed = isLead(first)
    const lead = isLed ? `${first.text.replace(/。$/u, '')}：` : waiting
    waiting = isLed && others.length === 0 ? lead : ''
    const rest = isLed ? others : told
    joined.push(...rest.map((one) => (lead === '' ? one : { ...one, text: `${lead}${one.text}` })))
  }
  return joined
}

const isLead = ({ text, figures }: SentenceModel): boolean =>
  figures.length === 0 && !/[，；：]/u.test(text) && text.length <= LEAD
