import { addMonths, dayBefore } from '../../calendar/index.ts'
import type { CaseLine, DiagnosisRule, PlacementKind, PlacementNeed } from '../../packs/index.ts'
import type { TeachingSpan } from './count-teaching.ts'

/** A placement as it is to be written down; blanks are what nobody said. */
export interface PlacementFacts {
  readonly school: string | undefined
  readonly class: string
  readonly opinion: string
  readonly reasons: string
}

/** What the kind requires and is not said, in the pack's order. */
export function missingNeeds({ needs }: PlacementKind, facts: PlacementFacts): readonly PlacementNeed[] {
  const said: Readonly<Record<PlacementNeed, string>> = {
    学校: facts.school ?? '',
    班级: facts.class,
    专家意见: facts.opinion,
    理由: facts.reasons,
  }
  return needs.filter((need) => said[need].trim() === '')
}

/** When it has to be looked at again; undefined where the pack asks for no review. */
export function reviewDay({ review_months: months }: PlacementKind, from: string): string | undefined {
  return months === undefined ? undefined : addMonths(from, months)
}

/** What happened to a child's placement, in the order in which it was written down. */
export interface PlacementDeed {
  readonly deed: 'placed' | 'reviewed' | 'ended'
  readonly kind: string
  readonly on: string
}

/** From when to when each placement held. One that is written down later for an earlier day takes the place of what came after. */
export function placementSpans(deeds: readonly PlacementDeed[]): readonly (TeachingSpan & { readonly kind: string })[] {
  const spans: (TeachingSpan & { kind: string })[] = []
  for (const { deed, kind, on } of deeds) {
    if (deed === 'reviewed') continue
    const kept = spans.flatMap((span) => {
      if (span.from >= on) return []
      return [span.until === undefined || span.until >= on ? { ...span, until: dayBefore(on) } : span]
    })
    spans.splice(0, spans.length, ...kept, ...(deed === 'placed' ? [{ kind, from: on, until: undefined }] : []))
  }
  return spans
}

/** A post that somebody holds, and for which lines of holders its unit stands. */
export interface HeldPost {
  readonly post: string
  readonly lines: readonly CaseLine[]
}

/** Whether one of somebody's posts is among those that the pack lets read what was found out about a child. */
export function mayReadDiagnoses({ readers }: Pick<DiagnosisRule, 'readers'>, posts: readonly HeldPost[]): boolean {
  return posts.some(({ post, lines }) => readers.some((reader) => reader.post === post && lines.includes(reader.line)))
}
