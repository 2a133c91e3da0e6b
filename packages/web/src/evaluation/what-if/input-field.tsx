import { Input, Select } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { whatIfMessages as says } from './messages.ts'

/** One assumed value. Typing is shown at once and told after a moment; an empty field assumes nothing. */
export function InputField(props: {
  readonly label: string
  readonly text: string
  readonly choices?: readonly string[] | undefined
  readonly onText: (text: string) => void
}): ReactNode {
  const { choices, text, label, onText } = props
  if (choices !== undefined)
    return (
      <Select
        size="small"
        allowClear
        aria-label={label}
        value={text === '' ? undefined : text}
        placeholder={says.unchanged}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
        onChange={(choice: string | undefined) => onText(choice ?? '')}
      />
    )
  return <TypedField label={label} text={text} onText={onText} />
}

/** How long the hand rests before a value counts. */
const REST_MS = 300

function TypedField({ label, text, onText }: { label: string; text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(text), [text])
  useEffect(() => () => clearTimeout(timer.current), [])
  const tell = (value: string): void => {
    clearTimeout(timer.current)
    if (value !== text) onText(value)
  }
  return (
    <Input
      size="small"
      allowClear
      aria-label={label}
      value={typed}
      placeholder={says.unchanged}
      onChange={({ target: { value } }) => {
        setTyped(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => tell(value), REST_MS)
      }}
      onBlur={() => tell(typed)}
    />
  )
}
