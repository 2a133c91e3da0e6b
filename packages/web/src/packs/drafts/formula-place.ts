import type { PackEntry } from '@eduduty/core/packs'

/** At which subjects, or rows, the formulas of an entry are read: what names they may use. `*`: any. */
export function placeOf({ section, content }: PackEntry, entries: readonly PackEntry[]): string {
  const text = (key: string): string | undefined => {
    const value = content[key]
    return typeof value === 'string' ? value : undefined
  }
  const register = text('register')
  switch (section) {
    case 'elements':
    case 'indicators':
    case 'ratings':
      return text('grain') ?? 'county'
    case 'checks':
      return register === undefined ? (text('grain') ?? 'county') : `register:${register}`
    case 'grains':
      return text('id') ?? 'county'
    case 'verdict':
      return 'county'
    case 'effects': {
      const rating = entries.find((entry) => entry.section === 'ratings' && entry.id === text('rating'))
      return typeof rating?.content.grain === 'string' ? rating.content.grain : 'county'
    }
    default:
      return '*'
  }
}
