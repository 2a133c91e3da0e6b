import type { Catalogue } from '@eduduty/core/archive'
import { useQuery } from '@tanstack/react-query'
import { unitTreeQuery } from '../platform/api/unit-tree.ts'
import { type CatalogueKey, cataloguesQuery } from './archive-queries.ts'
import { archiveMessages as says } from './messages.ts'

/** As a catalogue stands in the address. */
export const catalogueName = ({ county, catalogue }: CatalogueKey): string => `${county}/${catalogue}`

/** The catalogues within reach, and the one that the address names; the newest open one where it names none. */
export function useCatalogue(named: string | undefined) {
  const found = useQuery(cataloguesQuery())
  const reach = useQuery(unitTreeQuery())
  const all = found.data?.catalogues ?? []
  const nameOf = (code: string): string => reach.data?.counties.find((one) => one.code === code)?.name ?? code
  const hasMany = new Set(all.map(({ county }) => county)).size > 1
  return {
    found,
    catalogue: all.find((one) => catalogueName(one) === named) ?? newestOf(all),
    choices: all.map((one) => ({
      value: catalogueName(one),
      label: says.catalogueLabel(hasMany ? nameOf(one.county) : '', one.title),
    })),
  }
}

/** What people work on now: open before closed, later years first. */
export function newestOf(all: readonly Catalogue[]): Catalogue | undefined {
  return all.toSorted((one, other) => Number(other.is_open) - Number(one.is_open) || other.year - one.year)[0]
}
