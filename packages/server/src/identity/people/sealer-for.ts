import type { Ctx } from '../../platform/ctx.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { readSettings } from '../settings/read-settings.ts'
import type { Sealer } from './seal-numbers.ts'

/** Seals by the algorithms that the installation has chosen. */
export async function sealerFor({ db }: Ctx, keyring: Keyring): Promise<Sealer> {
  const { hash_profile } = await readSettings(db)
  return { keyring, kind: hash_profile === 'sm3' ? 'sm' : 'aes' }
}
