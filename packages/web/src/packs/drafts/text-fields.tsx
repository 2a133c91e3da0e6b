import { Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'

interface TextProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly disabled: boolean
}

const REST_MS = 400

/** Typing is shown at once; the draft follows when the hand rests or leaves the field. */
function useTyped({ text, onText }: Pick<TextProps, 'text' | 'onText'>) {
  const [typed, setTyped] = useState(text)
  const told = useRef(text)
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })
  useEffect(() => {
    if (text !== told.current) setTyped(text)
    told.current = text
  }, [text])
  const say = (next: string): void => {
    if (next === told.current) return
    told.current = next
    tell.current(next)
  }
  useEffect(() => {
    if (typed === told.current) return
    const timer = setTimeout(() => {
      told.current = typed
      tell.current(typed)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped, leave: () => say(typed) }
}

export function ShortField(props: TextProps): ReactNode {
  const { typed, setTyped, leave } = useTyped(props)
  return (
    <Input
      aria-label={props.label}
      title={typed}
      disabled={props.disabled}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={leave}
    />
  )
}

export function LongField(props: TextProps): ReactNode {
  const { typed, setTyped, leave } = useTyped(props)
  return (
    <Input.TextArea
      aria-label={props.label}
      autoSize={{ minRows: 1, maxRows: 8 }}
      disabled={props.disabled}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={leave}
    />
  )
}
