import { Type } from 'typebox'
import { strict } from '../platform/http/schemas.ts'

/** The run whose figures are written about. */
export const Run = Type.Object(
  { run: Type.String({ minLength: 1, maxLength: 400, description: '评估标识，或 latest' }) },
  strict,
)
