import type { ItemView, SectionView } from '@eduduty/core/evaluation'

/** One line of the verdict tree. */
export interface ItemRow {
  readonly section: SectionView
  readonly item: ItemView
}
