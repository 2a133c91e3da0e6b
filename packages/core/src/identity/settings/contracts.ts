import { type Static, Type } from 'typebox'
import { reasonText } from '../people/contracts.ts'
import { SecuritySettings } from './security-settings.ts'

export const ChangeSettings = Type.Object(
  {
    settings: SecuritySettings,
    reason: Type.String({ ...reasonText, description: '原因，记入审计' }),
  },
  { additionalProperties: false },
)
export type ChangeSettings = Static<typeof ChangeSettings>
