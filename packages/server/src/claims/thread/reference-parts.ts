import { type KnownMentions, type Reference, referenceOfRun } from '@eduduty/core/claims'
import type { Assessment, Figure } from '@eduduty/core/evaluation'

/** What a report is held against, in parts that can be handed to a thread. */
export interface ReferenceParts {
  readonly assessment: Pick<Assessment, 'run' | 'nodes' | 'subjects' | 'history'>
  readonly figures: readonly Figure[]
  readonly said: KnownMentions
  /** Whose report is held against it, where that is known. */
  readonly about?: string
}

export const referenceOfParts = ({ assessment, figures, said, about }: ReferenceParts): Reference =>
  referenceOfRun({ ...assessment, figures: [...figures] }, said, about)
