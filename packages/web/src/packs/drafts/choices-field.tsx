import { Select } from 'antd'
import type { ReactNode } from 'react'

interface ChoicesProps {
  readonly label: string
  /** Words by value, in the order in which they are offered. */
  readonly words: Readonly<Record<string, string>>
  readonly value: unknown
  readonly disabled: boolean
  /** Nothing chosen leaves the key out. */
  readonly onChoose: (chosen: readonly string[] | undefined) => void
}

/** Several of a closed list, kept in its order; what the list does not know stays as it was written. */
export function ChoicesField({ label, words, value, disabled, onChoose }: ChoicesProps): ReactNode {
  const chosen = Array.isArray(value) ? value.map(String) : []
  const known = Object.entries(words).map(([of, word]) => ({ value: of, label: word }))
  const unknown = chosen.filter((one) => words[one] === undefined).map((one) => ({ value: one, label: one }))
  const options = [...known, ...unknown]
  return (
    <Select
      mode="multiple"
      className="rows-select"
      aria-label={label}
      disabled={disabled}
      value={chosen}
      onChange={(next: string[]) => {
        const ordered = options.flatMap(({ value: of }) => (next.includes(of) ? [of] : []))
        onChoose(ordered.length === 0 ? undefined : ordered)
      }}
      options={options}
      optionFilterProp="label"
    />
  )
}
