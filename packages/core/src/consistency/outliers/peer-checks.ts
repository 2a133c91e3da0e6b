/** A comparison among units that is no rule of a pack, named so that its findings can be asked for like a rule's. */
export interface PeerCheck {
  readonly check: string
  readonly title: string
}

/** The comparisons by the code of their findings. No id of a pack has a colon. */
export const peerChecks = {
  outlier: { check: 'peers:outlier', title: '与同类单位或上年相差过大' },
  repeated_form: { check: 'peers:repeated_form', title: '与其他单位或上年的表相同' },
} as const satisfies Readonly<Record<string, PeerCheck>>

/** 核对的种类 of these comparisons, beside 表内, 表间 and the others of a pack. */
export const PEER_KIND = '离群'

/** The comparison that found it: a cell that stands out, or (without a column) a whole form that repeats another. */
export const peerCheckOf = (column: string | undefined) =>
  column === undefined ? ('repeated_form' as const) : ('outlier' as const)

/** The same in one form, where each cell is explained for itself: its own name for each column. */
export function formPeerCheck(column: { readonly id: string; readonly title: string } | undefined): PeerCheck {
  return column === undefined
    ? { check: 'outlier:', title: peerChecks.repeated_form.title }
    : { check: `outlier:${column.id}`, title: `${column.title}${peerChecks.outlier.title}` }
}
