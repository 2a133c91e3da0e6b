/** SQLSTATE codes that the program reacts to. */
export const sqlstates = {
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  lockNotAvailable: '55P03',
  diskFull: '53100',
} as const
