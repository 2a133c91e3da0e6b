import { Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { dutyMessages as says } from './messages.ts'

/** So many plans stand side by side, one click away. */
const SIDE_BY_SIDE = 3

/** Which year's plan the page shows; nothing to choose where there is one. */
export function PlanChoice(props: {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly pick: (plan: string) => void
}): ReactNode {
  if (props.choices.length < 2) return null
  if (props.choices.length <= SIDE_BY_SIDE)
    return (
      <Segmented
        size="small"
        aria-label={says.plan}
        value={props.value}
        options={[...props.choices]}
        onChange={props.pick}
      />
    )
  return (
    <Select
      size="small"
      popupMatchSelectWidth={false}
      aria-label={says.plan}
      value={props.value}
      options={[...props.choices]}
      onChange={props.pick}
    />
  )
}
