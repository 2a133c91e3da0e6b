import { Select } from 'antd'
import type { ReactNode } from 'react'
import { dutyMessages as says } from './messages.ts'

/** Which year's plan the page shows; nothing to choose where there is one. */
export function PlanChoice(props: {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly pick: (plan: string) => void
}): ReactNode {
  if (props.choices.length < 2) return null
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
