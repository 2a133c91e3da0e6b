import { Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'

export interface RemoteOption {
  readonly value: string
  readonly label: string
  readonly under?: string
}

interface RemoteSelectProps {
  /** In a form: then the form's own label names it. */
  readonly id?: string
  readonly label: string
  /** Options for what was typed. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly RemoteOption[]>
  readonly value?: string | undefined
  readonly onChange?: (value: string | undefined) => void
  readonly size?: 'small'
  readonly className?: string
  /** What to show of the value before anything was typed. */
  readonly known?: RemoteOption | undefined
}

const REST_MS = 200

/** A choice among too many to list: typing asks the server, arrow keys and Enter choose. */
export function RemoteSelect(props: RemoteSelectProps): ReactNode {
  const { find, known } = props
  const [text, setText] = useState('')
  const [options, setOptions] = useState<readonly RemoteOption[]>([])
  useEffect(() => {
    const control = new AbortController()
    const timer = setTimeout(() => {
      find(text, control.signal).then(setOptions, () => undefined)
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [find, text])
  const shown = known === undefined || options.some((one) => one.value === known.value) ? options : [known, ...options]
  return (
    <Select
      showSearch
      allowClear
      filterOption={false}
      popupMatchSelectWidth={false}
      placeholder={props.label}
      {...(props.id === undefined ? { 'aria-label': props.label } : { id: props.id })}
      {...(props.size !== undefined && { size: props.size })}
      {...(props.className !== undefined && { className: props.className })}
      value={props.value ?? null}
      options={shown.map(({ value, label, under }) => ({
        value,
        label: under === undefined ? label : `${label}　${under}`,
      }))}
      onSearch={setText}
      onChange={(value?: string | null) => props.onChange?.(value ?? undefined)}
    />
  )
}
