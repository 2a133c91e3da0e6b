/** The columns of an account whose one-time code is used up or void. */
export const noSecret = {
  secret_hash: null,
  secret_expires_at: null,
  secret_issued_by: null,
  secret_issued_at: null,
  secret_confirmed_by: null,
} as const
