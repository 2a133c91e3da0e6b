import type { PackEntry } from '@eduduty/core/packs'

/** The steps of a key: `basis.article` is a key within a key. */
export const stepsOf = (key: string): readonly string[] => key.split('.')

/** A word under the section, the key, or the key without what leads to it. */
export function wordOf<T>(words: Readonly<Record<string, T>>, section: string, key: string): T | undefined {
  const plain = key.replace(/^(set|add)\./, '')
  return words[`${section}.${plain}`] ?? words[plain] ?? words[plain.split('.').at(-1) ?? '']
}

/** The part of the pack that a field's words are those of. */
export const partOf = ({ section, content }: PackEntry): string =>
  section === 'changes' ? String(content.in ?? '') : section

/** A row has no name of its own: its place is all that tells it from the others. */
export const rowKey = (at: number): string => `row ${at}`
