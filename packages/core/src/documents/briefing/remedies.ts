import type { OutlineIssues } from '../../packs/index.ts'
import { defaultOutline } from '../default-outline.ts'
import { documentWords, theCounty } from '../document-words.ts'
import type { FigureSource } from '../figure-source.ts'
import { layOutEntry } from '../lay-out-sentences.ts'
import type { Telling } from '../telling.ts'

const TELLS_REMEDIES = /措施|下一步|整改|打算/u

/** What the pack's own report of the county says is to be done about each indicator that is not met, by indicator. */
export function remediesOf(source: FigureSource): ReadonlyMap<string, string> {
  const outline = source.pack.reports?.find(({ each }) => each === undefined) ?? defaultOutline
  const about = theCounty(source)
  const telling: Telling = { source, about, words: documentWords(source, about), brief: false }
  const told = outline.sections
    .filter(({ heading }) => TELLS_REMEDIES.test(heading))
    .flatMap(({ body }) => body)
    .flatMap((block) => ('sentences' in block ? block.sentences : []))
    .flatMap((entry) => ('issues' in entry && entry.issues.states.includes('unmet') ? [entry] : []))
    .flatMap((entry) => layOutEntry(telling, numbered(entry)))
  return new Map(told.flatMap(({ of, text }) => (of === undefined ? [] : [[of, text.replace(/^\d+\./u, '')]])))
}

/** Only numbered sentences say which indicator they are about. */
const numbered = (entry: OutlineIssues): OutlineIssues => ({ ...entry, issues: { ...entry.issues, numbered: true } })
