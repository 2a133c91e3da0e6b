import type { Pack } from '../schema/pack.ts'
import { noteProblem, type ProblemNotes } from './note-problem.ts'

interface Named {
  readonly id: string
  readonly title?: string
}

/** Ids are unique in the whole of their kind; titles must not make a formula ambiguous. */
export function validateNames(pack: Pack, notes: ProblemNotes): void {
  for (const section of [
    'dimensions',
    'grains',
    'codes',
    'registers',
    'parameters',
    'checks',
    'outliers',
    'effects',
    'sections',
    'ratings',
    'statistics',
    'counts',
    'gathers',
    'duties',
    'clocks',
    'pledges',
    'lights',
    'casework',
    'papers',
    'matches',
    'risks',
    'placements',
    'doses',
    'care',
    'diagnoses',
    'periodic',
  ] as const) {
    unique(notes, section, pack[section] ?? [])
  }
  for (const [index, register] of pack.registers.entries()) {
    uniqueAt(notes, register.columns, (column) => ['registers', index, 'columns', column])
  }
  const nodes = [
    ...(pack.elements ?? []).map((node, index) => ({ ...node, path: ['elements', index] as const })),
    ...pack.indicators.map((node, index) => ({ ...node, path: ['indicators', index] as const })),
    ...(pack.groups ?? []).map((node, index) => ({ ...node, path: ['groups', index] as const })),
  ]
  uniqueAt(notes, nodes, (index) => nodes[index]?.path ?? [])
}

function unique(notes: ProblemNotes, section: string, items: readonly Named[]): void {
  uniqueAt(notes, items, (index) => [section, index])
}

function uniqueAt(
  notes: ProblemNotes,
  items: readonly Named[],
  pathOf: (index: number) => readonly (string | number)[],
): void {
  const seen = new Map<string, number>()
  for (const [index, item] of items.entries()) {
    for (const [key, name] of [
      ['id', item.id],
      ['title', item.title],
    ] as const) {
      if (name === undefined) continue
      const earlier = seen.get(name)
      if (earlier !== undefined && earlier !== index) {
        noteProblem(notes, [...pathOf(index), key], {
          code: 'duplicate_name',
          message: `名称“${name}”重复，公式里无法分辨是哪一个。`,
          suggestion: key === 'id' ? '改用另一个 id。' : '把其中一个标题写得更具体，例如加上学段或口径。',
        })
      }
      seen.set(name, index)
    }
  }
}
