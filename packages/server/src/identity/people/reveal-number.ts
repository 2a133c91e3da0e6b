import type { Reveal } from '@eduduty/core/identity'
import type { Ctx } from '../../platform/ctx.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { getPerson } from './get-person.ts'
import { openNumber } from './open-number.ts'
import type { PersonKey } from './person-key.ts'

/** Shows a number in the clear for a written reason; the event names who, whose and why, never the number. Errors: `identity.not_found`, `identity.nothing_to_reveal`. */
export async function revealNumber(
  ctx: Ctx,
  key: PersonKey,
  { data, reason }: Reveal,
  keyring: Keyring,
): Promise<string> {
  const person = await getPerson(ctx, key)
  const value = openNumber(keyring, person, data)
  if (value === undefined) throw new AppError('identity.nothing_to_reveal')
  ctx.audit({ action: 'identity.reveal', subject: person.name, reason, detail: { person: key.personId, data } })
  return value
}
