import type { OutlierRule } from '../../packs/index.ts'
import type { PeerRow } from './measured-row.ts'

/** Fewer than this do not show what is usual. */
const ENOUGH = 8

/** Units that one unit is compared with, and what makes them alike. */
export interface PeerGroup<T> {
  readonly members: readonly T[]
  /** 城区、小学、学生数600至1199人; empty for all units. */
  readonly alike: string
}

/**
 * The nearest peers of each row among those that have something to compare: like in every key and in size, then
 * without the size, then without the last key, until there are enough.
 */
export function groupPeers<T extends { readonly peer: PeerRow }>(
  rule: OutlierRule,
  items: readonly T[],
): (item: T) => PeerGroup<T> {
  const levels = levelsOf(rule)
  const maps = levels.map(({ keyOf }) => {
    const groups = new Map<string, T[]>()
    for (const item of items) {
      const key = keyOf(item.peer)
      if (key === undefined) continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
    return new Map([...groups].map(([key, members]) => [key, { members, alike: key }]))
  })
  const everyone: PeerGroup<T> = { members: items, alike: '' }
  return ({ peer }) => {
    for (const [at, { keyOf }] of levels.entries()) {
      const found = maps[at]?.get(keyOf(peer) ?? '')
      if (found !== undefined && found.members.length > ENOUGH) return found
    }
    return everyone
  }
}

interface Level {
  /** Words that all members of a group have in common: they are its key too. */
  readonly keyOf: (peer: PeerRow) => string | undefined
}

function levelsOf(rule: OutlierRule): readonly Level[] {
  const words = (peer: PeerRow, count: number): string | undefined => {
    const own = peer.keys.slice(0, count)
    return own.includes(undefined) ? undefined : own.join('、')
  }
  const counts = rule.peers.map((_, at) => rule.peers.length - at)
  const plain = counts.map((count) => ({ keyOf: (peer: PeerRow) => words(peer, count) }))
  const { size } = rule
  if (size === undefined) return plain
  const sized = (peer: PeerRow): string | undefined => {
    const own = words(peer, rule.peers.length)
    return own === undefined || peer.band === undefined ? undefined : `${own}、${bandWords(size, peer.band)}`
  }
  return [{ keyOf: sized }, ...plain]
}

function bandWords(size: NonNullable<OutlierRule['size']>, band: number): string {
  const [from, to] = [size.bands[band - 1], size.bands[band]]
  const unit = size.unit ?? ''
  if (from === undefined) return `${size.title}不足${to}${unit}`
  return to === undefined ? `${size.title}${from}${unit}以上` : `${size.title}${from}至不足${to}${unit}`
}
