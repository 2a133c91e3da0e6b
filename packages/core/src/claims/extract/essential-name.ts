import { WHOLE } from './scope-words.ts'
/** Words for the whole that a report is of. */
export const SCOPE = new RegExp(`^(?:${WHOLE}|[县市区][域内]内?)(?=.{2})|^(?:全国|学校)(?=.{2})`)

/** The name of a quantity without the whole that it is of: 全县公办园 and 我县公办园 are one. */
export const essentialName = (quantity: string): string => quantity.replace(SCOPE, '').replace(/^(?:共有|现有|有)/, '')
