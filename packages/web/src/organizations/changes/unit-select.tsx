import type { UnitEntry } from '@eduduty/core/organizations'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { organizationMessages } from '../messages.ts'

interface UnitSelectProps {
  readonly units: readonly UnitEntry[]
  readonly id?: string
  readonly value?: string
  readonly onChange?: (unitId: string) => void
}

/** Found by name, code or pinyin initials. */
export const optionsOf = (units: readonly UnitEntry[]) =>
  units.map(({ unit_id, name, kind, code, initials }) => ({
    value: unit_id,
    label: `${name}（${organizationMessages.kind[kind]}）`,
    search: `${name} ${code} ${initials}`,
  }))

export function UnitSelect({ units, id, value, onChange }: UnitSelectProps): ReactNode {
  return (
    <Select
      showSearch={{ optionFilterProp: 'search' }}
      options={optionsOf(units)}
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      {...(onChange !== undefined && { onChange })}
    />
  )
}

export function UnitsSelect(props: {
  units: readonly UnitEntry[]
  id?: string
  value?: string[]
  onChange?: (unitIds: string[]) => void
}): ReactNode {
  const { units, id, value, onChange } = props
  return (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: 'search' }}
      options={optionsOf(units)}
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      {...(onChange !== undefined && { onChange })}
    />
  )
}
