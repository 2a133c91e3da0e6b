import type { Particulars } from './contracts.ts'

/** Children's and sensitive data that nobody has masked are opened for a written reason only. */
export const needsReason = ({
  personal,
  is_redacted: isRedacted,
}: Pick<Particulars, 'personal' | 'is_redacted'>): boolean =>
  (personal === 'minors' || personal === 'sensitive') && !isRedacted
