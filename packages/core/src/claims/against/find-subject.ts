import type { Passage } from '../extract/find-claims.ts'
import { OF_COUNTY, OF_PART } from '../extract/scope-words.ts'
import type { Reference } from './known-quantity.ts'

/** A title or a signature is a short line that no sentence ends. */
const MOST_LINE = 40
const TITLE_LINES = 4
const LAST_LINES = 4
/** Words by which somebody's own report speaks of the whole county, and of whose it is. */
const COUNTY = new RegExp(OF_COUNTY, 'g')
const OWN = new RegExp(`${OF_PART}|学校`, 'g')

/** The names of those that a run has figures of besides the county and its stages: schools, townships, departments. */
export const subjectNames = ({ quantities }: Pick<Reference, 'quantities'>): ReadonlySet<string> =>
  new Set(quantities.flatMap(({ subject, isStage }) => (subject !== undefined && !isStage ? [subject] : [])))

/** Whose report it is: as given, or as its title, else its signature, names it; undefined for the county's own. */
export function findSubject(passages: readonly Passage[], reference: Reference): string | undefined {
  const names = subjectNames(reference)
  if (reference.about !== undefined) return names.has(reference.about) ? reference.about : undefined
  const titles = passages.slice(0, TITLE_LINES).filter(isLine)
  const signatures = passages.slice(TITLE_LINES).slice(-LAST_LINES).filter(isLine).toReversed()
  for (const { text } of [...titles, ...signatures]) {
    const named = lastNamed(text, names)
    if (named !== undefined) return named.name
  }
  return undefined
}

const isLine = ({ text }: Passage): boolean => text.length <= MOST_LINE && !/[。;,]/.test(text)

/** Of whom a stretch before a number speaks: whom it names last, the county where it says so, or whose report it is. */
export function spokenOf(around: string, names: ReadonlySet<string>, subject: string | undefined): string | undefined {
  const named = lastNamed(around, names)
  const [county, own] = [COUNTY, OWN].map((words) => [...around.matchAll(words)].at(-1)?.index ?? -1)
  const name = named !== undefined && (subject === undefined || named.end > Math.max(county ?? -1, own ?? -1))
  if (name) return named.name
  return (county ?? -1) > (own ?? -1) ? undefined : subject
}

interface Named {
  readonly name: string
  readonly end: number
}

/** The name that ends last; of 石桥镇 and 石桥镇中心小学 the longer one. */
function lastNamed(text: string, names: ReadonlySet<string>): Named | undefined {
  let best: Named | undefined
  for (const name of names) {
    const at = text.lastIndexOf(name)
    if (at < 0) continue
    const end = at + name.length
    if (best === undefined || end > best.end || (end === best.end && name.length > best.name.length))
      best = { name, end }
  }
  return best
}
