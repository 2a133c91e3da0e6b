import { addMonths, dayBefore } from '../../calendar/index.ts'
import type { CaseLine, ClockRule, DiagnosisRule, PlacementKind, PlacementNeed } from '../../packs/index.ts'
import { isUnsourced } from '../limits/decided-casework.ts'
import type { TeachingSpan } from './count-teaching.ts'

/** A placement as it is to be written down; blanks are what nobody said. */
export interface PlacementFacts {
  readonly school: string | undefined
  readonly class: string
  readonly opinion: string
  readonly reasons: string
  /** When it is to be looked at again. */
  readonly reviewOn: string | undefined
}

/** What the kind requires and is not said, in the pack's order. */
export function missingNeeds(kind: PlacementKind, facts: PlacementFacts): readonly PlacementNeed[] {
  const said: Readonly<Record<PlacementNeed, string>> = {
    学校: facts.school ?? '',
    班级: facts.class,
    专家意见: facts.opinion,
    理由: facts.reasons,
    复核日期: facts.reviewOn ?? '',
  }
  return needsOf(kind).filter((need) => said[need].trim() === '')
}

/** What a kind requires: with a review after a time that nobody has verified, whoever decides names the day. */
export function needsOf(kind: PlacementKind): readonly PlacementNeed[] {
  const asksDay = kind.review_months !== undefined && sourcedMonths(kind) === undefined
  return asksDay && !kind.needs.includes('复核日期') ? [...kind.needs, '复核日期'] : kind.needs
}

/** After how many months it is looked at again, by a source; undefined where none says so. */
export const sourcedMonths = ({ review_months: months, verified }: PlacementKind): number | undefined =>
  isUnsourced({ verified }) ? undefined : months

/** How long a time limit is, by a source; undefined where none says so: an example is never a default. */
export const sourcedLength = ({ length, verified }: ClockRule): ClockRule['length'] =>
  isUnsourced({ verified }) ? undefined : length

/** When it has to be looked at again; undefined where no source says so. */
export function reviewDay(kind: PlacementKind, from: string): string | undefined {
  const months = sourcedMonths(kind)
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
