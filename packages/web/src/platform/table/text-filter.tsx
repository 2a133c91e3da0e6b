import { Input } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** How long the hand rests before the address follows. */
const REST_MS = 200

interface TextFilterProps {
  readonly label: string
  readonly text: string | undefined
  readonly onText: (text: string | undefined) => void
  readonly wide?: boolean
}

/** Typing is shown at once; the address follows later, and never in the middle of a Chinese word being composed. */
export function TextFilter({ label, text = '', onText, wide = false }: TextFilterProps): ReactNode {
  const [typed, setTyped] = useState(text)
  const [composing, setComposing] = useState(false)
  const sent = useRef(text)
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })
  useEffect(() => {
    // Only what came from elsewhere (back button, 清除筛选) replaces what stands in the field.
    if (text !== sent.current) setTyped(text)
    sent.current = text
  }, [text])
  useEffect(() => {
    if (composing || typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      tell.current(typed === '' ? undefined : typed)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [typed, composing])
  return (
    <Input
      size="small"
      allowClear
      className={wide ? 'filter-wide' : 'filter'}
      placeholder={label}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
