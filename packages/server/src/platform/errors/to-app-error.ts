import { SqlError } from '../db/sql-error.ts'
import { sqlstates } from '../db/sqlstates.ts'
import { AppError } from './app-error.ts'
import type { ErrorCode } from './error-table.ts'

/** Turns whatever was thrown into a refusal of the table. What is not known there is a bug, and says nothing of itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof SqlError) return new AppError(codeOfSqlError(error), {}, { cause: error })
  return new AppError(codeOfSystemError(error), {}, { cause: error })
}

/** What the operating system refuses in reading and writing files. */
function codeOfSystemError(error: unknown): ErrorCode {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'database.disk_full'
    case 'EMFILE':
    case 'ENFILE':
    case 'EFBIG':
    case 'EIO':
      return 'database.short_of_resources'
    default:
      return 'internal.bug'
  }
}

/** A disk quota that is used up and a file that is too long have no SQLSTATE of their own. */
const refusedFile = /^could not (create|open|extend|read|write|flush|fsync|rename|truncate) /

function codeOfSqlError({ sqlstate, fault }: SqlError): ErrorCode {
  switch (sqlstate) {
    case sqlstates.internalError:
      return refusedFile.test(fault.message) ? 'database.short_of_resources' : 'internal.bug'
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
    case sqlstates.noSuchDay:
      return 'request.no_such_day'
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
