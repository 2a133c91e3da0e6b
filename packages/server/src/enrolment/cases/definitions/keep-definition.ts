import { CasePaper, Casework, ClockRule } from '@eduduty/core/packs'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Ctx } from '../../../platform/ctx.ts'
import type { Queries } from '../../../platform/db/database.ts'
import type { FoundCasework, PinnedCasework } from './find-casework.ts'

let contract: ReturnType<typeof compileContract> | undefined
const compileContract = () =>
  Compile(Type.Object({ casework: Casework, clocks: Type.Array(ClockRule), papers: Type.Array(CasePaper) }))

/** What a hash stands for never changes, so what was read once is kept. */
const known = new Map<string, PinnedCasework>()
const KEPT = 64

/** Keeps how a case is handled beside the cases of a county, once. */
export async function keepDefinition({ db, now }: Ctx, county: string, found: FoundCasework): Promise<void> {
  const { casework, clocks, papers, pack, version, hash } = found
  await db.kysely
    .insertInto('enrolment_definitions')
    .values({
      county_code: county,
      content_hash: hash,
      pack,
      version,
      casework: casework.id,
      kept_at: now,
      content: JSON.stringify({ casework, clocks, papers }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** How a case is handled, by what it is pinned to. Error: it is missing or unreadable, which is a bug. */
export async function getDefinition(db: Queries, county: string, hash: string): Promise<PinnedCasework> {
  const key = `${county} ${hash}`
  const found = known.get(key)
  if (found !== undefined) return found
  const [row] = await db.run<{ content: unknown }>(
    'select content from enrolment_definitions where county_code = $1 and content_hash = $2',
    [county, hash],
  )
  contract ??= compileContract()
  const content = row?.content
  if (!contract.Check(content)) throw new Error(`the definition ${hash} of cases in ${county} cannot be read`)
  const [oldest] = known.keys()
  if (known.size >= KEPT && oldest !== undefined) known.delete(oldest)
  known.set(key, content)
  return content
}
