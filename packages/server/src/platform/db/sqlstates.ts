/** SQLSTATE codes that the program reacts to. */
export const sqlstates = {
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  lockNotAvailable: '55P03',
  diskFull: '53100',
  /** Too many open files, among others. */
  insufficientResources: '53000',
  outOfMemory: '53200',
  ioError: '58030',
  undefinedFile: '58P01',
  /** A file that could be made but not opened is found in the way. */
  duplicateFile: '58P02',
  duplicateObject: '42710',
  /** What the server says when two sessions change one role at once. */
  internalError: 'XX000',
  tooManyConnections: '53300',
  insufficientPrivilege: '42501',
  /** Also what statement_timeout ends in. */
  queryCanceled: '57014',
  adminShutdown: '57P01',
  crashShutdown: '57P02',
  cannotConnectNow: '57P03',
  idleInTransaction: '25P03',
  uniqueViolation: '23505',
  /** A day that is in no calendar. */
  noSuchDay: '22008',
} as const
