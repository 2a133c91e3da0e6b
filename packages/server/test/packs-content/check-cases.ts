import type { CheckCase } from './check-case.ts'
import { countyCheckCases } from './check-cases-county.ts'
import { extraCheckCases } from './check-cases-extra.ts'
import { formCheckCases } from './check-cases-form.ts'

/** One change to the sound county for each check of the pack, which makes just that check speak. */
export const checkCases: Readonly<Record<string, CheckCase>> = {
  ...formCheckCases,
  ...extraCheckCases,
  ...countyCheckCases,
}
