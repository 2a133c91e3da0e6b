import type { PaperRow } from '@eduduty/core/archive'

/** Children's and sensitive data that nobody has masked are opened for a written reason only. */
export const needsReason = ({
  personal,
  is_redacted: isRedacted,
}: Pick<PaperRow, 'personal' | 'is_redacted'>): boolean =>
  (personal === 'minors' || personal === 'sensitive') && !isRedacted
