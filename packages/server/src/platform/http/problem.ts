import { type Static, Type } from 'typebox'
import { SqlError } from '../db/sql-error.ts'
import { AppError } from '../errors/app-error.ts'
import type { ErrorCode } from '../errors/error-table.ts'
import { toAppError } from '../errors/to-app-error.ts'

/** How a refused request answers (application/problem+json). Declared as response of every route. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: '错误代码' }),
    title: Type.String({ description: '出了什么问题' }),
    status: Type.Integer(),
    /** What to do next. */
    detail: Type.String({ description: '下一步怎么做' }),
  },
  { title: 'Problem', additionalProperties: false },
)
export type Problem = Static<typeof Problem>

/** The error responses that every route shares; spread into `response`. */
export const problemResponses = { '4xx': Problem, '5xx': Problem } as const

export function problemOf(error: AppError): Problem {
  return { type: error.code, title: error.message, status: error.status, detail: error.advice }
}

/** The refusal to answer with: errors of the framework (bad body, too large …) are told apart by their status. */
export function refusalOf(error: unknown): AppError {
  if (!(error instanceof Error) || error instanceof AppError || error instanceof SqlError) return toAppError(error)
  if ('validation' in error && Array.isArray(error.validation)) {
    return new AppError('request.invalid', { reason: validationReason(error.validation[0]) }, { cause: error })
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 500) return toAppError(error)
  return new AppError(codeOfStatus(status), {}, { cause: error })
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 404 || status === 405) return 'request.not_found'
  if (status === 413) return 'request.too_large'
  if (status === 415) return 'request.unsupported_media'
  if (status === 503) return 'request.busy'
  return status >= 400 && status < 500 ? 'request.refused' : 'internal.bug'
}

/** Names the field, not the value: a value may be a child's identity number. */
function validationReason(issue: unknown): string {
  if (typeof issue !== 'object' || issue === null) return '格式不对'
  const path = 'instancePath' in issue && typeof issue.instancePath === 'string' ? issue.instancePath : ''
  const field = path.replace(/^\//, '').replaceAll('/', '.')
  return field === '' ? '缺少必填项或含有多余的项' : `“${field}”的格式不对`
}
