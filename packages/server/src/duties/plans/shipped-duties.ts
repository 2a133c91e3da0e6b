import type { Pack } from '@eduduty/core/packs'
import { packsFolder, readPack } from '../../packs/index.ts'

/** The pack that brings the duties of the law and the time limits of tasks. */
export const DUTY_PACK = 'education-duties'

let reading: Promise<Pack> | undefined

/** That pack as it came with the program, read once. Error: it is missing or faulty, which is a bug. */
export function shippedDuties(): Promise<Pack> {
  reading ??= readPack(DUTY_PACK, packsFolder()).then(({ loaded }) => {
    if (loaded === undefined) throw new Error(`pack ${DUTY_PACK} cannot be read`)
    return loaded.own
  })
  return reading
}
