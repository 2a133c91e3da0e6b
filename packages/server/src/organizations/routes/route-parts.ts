import { Type } from 'typebox'
import { CountyCode, strict } from '../../platform/http/schemas.ts'

export const read = { access: { verb: 'organizations.read' } } as const
export const manage = { access: { verb: 'organizations.manage' } } as const

export const OneUnit = Type.Object({ county: CountyCode, unit: Type.String({ minLength: 1, maxLength: 32 }) }, strict)
export const Format = Type.Union([Type.Literal('xlsx'), Type.Literal('csv')], { default: 'xlsx' })

/** The most that a list of units or areas may weigh. */
export const importBytes = 16 * 1024 * 1024
