import { COUNTY, findGrain } from '@eduduty/core/evaluation'
import { check, printForReaders } from '@eduduty/core/formula'
import type { PrintedFormula } from '@eduduty/core/packs'
import type { Static } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { planOf } from './draft-names.ts'
import { type DraftKey, getDraft } from './draft-row.ts'
import { readDraftFiles } from './draft-texts.ts'
import { readDrafted } from './read-drafted.ts'

/** A formula as a reader says it, with the unit of its result; nothing while it cannot be understood. Errors: `pack.draft_not_found`. */
export async function printFormula(
  { db }: Pick<Ctx, 'db'>,
  key: DraftKey,
  asked: { readonly place: string; readonly text: string },
): Promise<Static<typeof PrintedFormula>> {
  await getDraft(db, key)
  const { reading } = await readDrafted(db, await readDraftFiles(db, key))
  const pack = reading.loaded?.pack
  if (pack === undefined) return {}
  const plan = planOf(pack)
  const [, register] = /^register:(.+)$/.exec(asked.place) ?? []
  const isThere = register === undefined ? findGrain(pack, asked.place) : plan.register(register)
  if (isThere === undefined && asked.place !== COUNTY) return {}
  const scope = plan.scope(register === undefined ? asked.place : { register })
  const { expression } = check(asked.text, scope, { zeroDenominator: 'not_applicable' })
  if (expression === undefined) return {}
  return { text: printForReaders(expression), ...(expression.unit !== undefined && { unit: expression.unit }) }
}
