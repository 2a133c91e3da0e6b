import { createHash } from 'node:crypto'
import { dayOf } from '@eduduty/core/calendar'
import type { UnitEntry } from '@eduduty/core/organizations'
import { treeAsOf } from '../../organizations/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type AskingPack, findAskingPack } from './asking-pack.ts'
import { fingerprintOf, growNeeds } from './grow-needs.ts'
import { readMeant } from './read-meant.ts'
import type { Meant } from './who-is-meant.ts'

interface Grown {
  readonly county_code: string
  readonly pack_id: string
  readonly year: number
  readonly grown_hash: string
}

interface Tree {
  readonly units: readonly UnitEntry[]
  readonly hash: string
}

/** Tells of catalogues whether the pack, the county's units or its evaluations would have other needs grow today. The tree of a county is read once. */
export function behindOf({ db, now }: Pick<Ctx, 'db' | 'now'>): (row: Grown) => Promise<boolean> {
  const trees = new Map<string, Promise<Tree>>()
  const treeOf = (county: string): Promise<Tree> => {
    const tree = trees.get(county) ?? treeAsOf(db, county, dayOf(now)).then((units) => ({ units, hash: hashOf(units) }))
    trees.set(county, tree)
    return tree
  }
  return async (row) => {
    const asking = await findAskingPack(db, row.pack_id)
    if (asking === undefined) return false
    return (
      grownFrom(asking, row.county_code, await treeOf(row.county_code), await readMeant(db, row)) !== row.grown_hash
    )
  }
}

/** What grows from a pack and a tree is always the same: the last ones are remembered. */
const grown = new Map<string, string>()
const REMEMBERED = 200

function grownFrom(asking: AskingPack, county: string, { units, hash }: Tree, meant: Meant): string {
  const key = `${asking.hash} ${county} ${hash} ${hashOf(meant)}`
  const known = grown.get(key)
  if (known !== undefined) return known
  const fingerprint = fingerprintOf(asking, growNeeds(asking.pack, county, units, meant))
  const [oldest] = grown.keys()
  if (grown.size >= REMEMBERED && oldest !== undefined) grown.delete(oldest)
  grown.set(key, fingerprint)
  return fingerprint
}

const hashOf = (of: readonly UnitEntry[] | Meant): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex')
