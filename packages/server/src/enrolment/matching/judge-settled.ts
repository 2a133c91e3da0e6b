import { roleTitles } from '@eduduty/core/enrolment'
import type { Keyring } from '../../platform/keys/keyring.ts'
import type { SettledPair, SettledSide } from './read-settled.ts'
import { cellOf, plainRoles, type SideRow } from './read-sides.ts'
import { openedCell, plainText, type SealedRow } from './sealed-cells.ts'

/** What people have said of pairs, held against the rows of today. */
export interface JudgedPairs {
  /** One child, and both rows are as they were: they count as matched. */
  readonly holding: readonly SettledPair[]
  /** Two children, and both rows are as they were: not asked again. */
  readonly refused: readonly SettledPair[]
  /** One child, but a row has changed since: asked again. */
  readonly again: readonly SettledPair[]
  /** What has changed since somebody answered, by the name of the pair. */
  readonly changed: ReadonlyMap<string, string>
}

export interface RowsOfToday {
  readonly lefts: ReadonlyMap<string, SideRow>
  readonly rights: ReadonlyMap<string, SideRow>
}

/** An answer holds as long as both rows are there and all that was compared is as it was. */
export function judgeSettled(
  at: { readonly keyring: Keyring; readonly county: string },
  settled: readonly SettledPair[],
  { lefts, rights }: RowsOfToday,
): JudgedPairs {
  const changed = new Map<string, string>()
  const again: SettledPair[] = []
  for (const pair of settled) {
    const [left, right] = [lefts.get(pair.left.subject), rights.get(pair.right.subject)]
    const row = { ...at, table: 'enrolment_proposals', row: pair.proposal } as const
    const words = [changeOf(row, pair.left, left), changeOf(row, pair.right, right)].filter((one) => one !== '')
    if (words.length === 0) continue
    changed.set(pair.name, words.join('，'))
    if (pair.isSame && left !== undefined && right !== undefined) again.push(pair)
  }
  const holding = settled.filter(({ name, isSame }) => isSame && !changed.has(name))
  return { holding, refused: settled.filter(({ name, isSame }) => !isSame && !changed.has(name)), again, changed }
}

/** Which cells of a side have changed, in words without what stands in them; empty when nothing has. */
function changeOf(at: SealedRow, before: SettledSide, now: SideRow | undefined): string {
  if (now === undefined) return `“${before.title}”里已没有这一行，或号码已改`
  const { county, keyring } = at
  const number = openedCell(at, before.column, before.number)
  const roles = [
    ...(plainText({ keyring, county }, now, 'identity') === number ? [] : ['identity' as const]),
    ...plainRoles.filter((role) => (cellOf(now, role) ?? '') !== (before.cells[role] ?? '')),
  ]
  return roles.length === 0 ? '' : `“${before.title}”的${roles.map((role) => roleTitles[role]).join('、')}改过`
}
