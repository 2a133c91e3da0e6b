import { type KnownSentence, type Reference, referenceOfRun } from '@eduduty/core/claims'
import type { Assessment, Figure } from '@eduduty/core/evaluation'

/** What a report is held against, in parts that can be handed to a thread. */
export interface ReferenceParts {
  readonly assessment: Pick<Assessment, 'run' | 'nodes' | 'subjects' | 'history'>
  readonly figures: readonly Figure[]
  readonly sentences: readonly KnownSentence[]
  /** Whose report is held against it, where that is known. */
  readonly about?: string
}

export const referenceOfParts = ({ assessment, figures, sentences, about }: ReferenceParts): Reference =>
  referenceOfRun({ ...assessment, figures: [...figures] }, sentences, about)
