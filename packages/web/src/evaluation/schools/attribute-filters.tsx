import type { ReactNode } from 'react'
import { ChoiceFilter } from '../../platform/table/choice-filter.tsx'
import { parseAttributeFilters } from './subject-row.ts'

/** One filter for each attribute of the subjects; `f` is how what is chosen stands in the address. */
export function AttributeFilters(props: {
  readonly attributes: Iterable<readonly [title: string, values: readonly string[]]>
  readonly f: readonly string[] | undefined
  readonly onChoose: (f: string[] | undefined) => void
}): ReactNode {
  const chosen = parseAttributeFilters(props.f)
  const set = (title: string, value: string | undefined): void => {
    const next = new Map(chosen)
    if (value === undefined) next.delete(title)
    else next.set(title, value)
    props.onChoose(next.size === 0 ? undefined : [...next].map(([key, one]) => `${key}=${one}`))
  }
  return [...props.attributes].map(([title, values]) => (
    <ChoiceFilter
      key={title}
      label={title}
      value={chosen.get(title)}
      options={values.map((value) => ({ value, label: value }))}
      pick={(value) => set(title, value)}
    />
  ))
}
