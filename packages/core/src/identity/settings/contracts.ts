import { type Static, Type } from 'typebox'
import { SecuritySettings } from './security-settings.ts'

export const ChangeSettings = Type.Object(
  {
    settings: SecuritySettings,
    reason: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S.*\\S', description: '原因，记入审计' }),
  },
  { additionalProperties: false },
)
export type ChangeSettings = Static<typeof ChangeSettings>
