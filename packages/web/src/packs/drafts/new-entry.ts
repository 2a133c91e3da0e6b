import { newEntryWords as words } from './section-messages.ts'

const basis = { document: words.document }
const verified = { grade: 'U' }

/** What a new entry of a section holds; the sections that can be added to by form are those that stand here. */
export function newEntry(section: string, id: string, since: string): Readonly<Record<string, unknown>> | undefined {
  const named = { id, title: words.title }
  switch (section) {
    case 'parameters':
      return { ...named, values: [{ value: '0', since, basis, verified }] }
    case 'elements':
      return { ...named, grain: 'county', formula: '0' }
    case 'indicators':
      return { ...named, grain: 'county', formula: '0', standard: '≥ 0', missing: words.undecided, basis, verified }
    case 'groups':
      return { ...named, members: [] }
    case 'sections':
      return { ...named, items: [] }
    case 'ratings':
      return {
        ...named,
        grain: 'county',
        sections: [],
        full: '100',
        not_applicable: words.scaled,
        ladder: [{ title: words.best, when: words.ladder }, { title: words.last }],
        basis,
        verified,
      }
    case 'effects':
      return { ...named, kind: 'veto', when: words.never, basis, verified }
    case 'checks':
      return { ...named, grain: 'county', rule: words.always, severity: words.ask, message: words.title }
    case 'changes':
      return { in: 'indicators', id, set: {} }
    case 'registers':
      return {
        ...named,
        row_is: words.rowIs,
        period: words.schoolYear,
        reporter: words.reporter,
        columns: [{ id: 'name', title: words.name, type: 'text' }],
      }
    default:
      return undefined
  }
}

/** An id that no entry of the section has yet. */
export function freeId(section: string, taken: readonly string[]): string {
  const stem = section.replace(/s$/, '')
  for (let at = 1; ; at += 1) if (!taken.includes(`${stem}_${at}`)) return `${stem}_${at}`
}
