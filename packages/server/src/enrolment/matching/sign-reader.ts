import type { SignReader } from '@eduduty/core/enrolment'
import { pinyin } from 'pinyin-pro'
import { simplifyCharacter } from '../../platform/simplify-character.ts'

const known = new Map<string, readonly string[]>()
const PRONOUNCED = /^[a-zü]+$/

/** Reads the signs of names, from the dictionaries that the system brings along. */
export const signReader: SignReader = {
  simplify: simplifyCharacter,
  readings(sign) {
    const before = known.get(sign)
    if (before !== undefined) return before
    const all = pinyin(sign, { multiple: true, toneType: 'none', type: 'array', v: true })
    const readings = [...new Set(all)].filter((one) => PRONOUNCED.test(one))
    known.set(sign, readings)
    return readings
  },
}
