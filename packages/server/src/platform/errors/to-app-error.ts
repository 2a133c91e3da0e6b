import { SqlError } from '../db/sql-error.ts'
import { sqlstates } from '../db/sqlstates.ts'
import { AppError } from './app-error.ts'
import type { ErrorCode } from './error-table.ts'

/** Turns whatever was thrown into a refusal of the table. What is not known there is a bug, and says nothing of itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof SqlError) return new AppError(codeOfSqlstate(error.sqlstate), {}, { cause: error })
  return new AppError('internal.bug', {}, { cause: error })
}

function codeOfSqlstate(sqlstate: string): ErrorCode {
  switch (sqlstate) {
    case sqlstates.serializationFailure:
    case sqlstates.deadlockDetected:
    case sqlstates.lockNotAvailable:
      return 'database.contention'
    case sqlstates.diskFull:
      return 'database.disk_full'
    case sqlstates.insufficientResources:
    case sqlstates.outOfMemory:
    case sqlstates.ioError:
    case sqlstates.undefinedFile:
    case sqlstates.duplicateFile:
      return 'database.short_of_resources'
    case sqlstates.insufficientPrivilege:
      return 'database.refused'
    case sqlstates.queryCanceled:
      return 'database.too_slow'
    case sqlstates.idleInTransaction:
    case sqlstates.adminShutdown:
    case sqlstates.crashShutdown:
      return 'database.interrupted'
    case sqlstates.cannotConnectNow:
    case sqlstates.tooManyConnections:
      return 'database.restarting'
    default:
      return 'internal.bug'
  }
}
