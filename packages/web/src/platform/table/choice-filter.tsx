import { Select } from 'antd'
import type { ReactNode } from 'react'

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly { value: string; label: string }[]
  /** One is always chosen: it cannot be cleared. */
  readonly required?: boolean
  readonly pick: (value: string | undefined) => void
}

/** One of a list, or none; what is chosen stands in the address. */
export function ChoiceFilter({ label, value, options, required = false, pick }: ChoiceProps): ReactNode {
  return (
    <Select<string>
      size="small"
      className="filter"
      allowClear={!required}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={label}
      aria-label={label}
      value={value ?? null}
      options={[...options]}
      onChange={(chosen?: string) => pick(chosen)}
    />
  )
}
