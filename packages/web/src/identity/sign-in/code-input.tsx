import { Input } from 'antd'
import type { ReactNode } from 'react'

/** Six digits from an authenticator. */
export function CodeInput(props: { value?: string; onChange?: (value: string) => void; id?: string }): ReactNode {
  const { onChange } = props
  return (
    <Input
      {...(props.id !== undefined && { id: props.id })}
      autoFocus
      className="code-input"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      value={props.value ?? ''}
      onChange={(event) => onChange?.(event.target.value.replace(/\D/g, ''))}
    />
  )
}
