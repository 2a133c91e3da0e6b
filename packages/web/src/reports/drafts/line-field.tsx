import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { draftMessages as says } from './messages.ts'

interface LineFieldProps {
  readonly text: string
  /** Absent where nothing may be written; false when it could not be kept. */
  readonly keep: ((text: string) => Promise<boolean>) | undefined
}

/** One line; a click opens it, Enter or leaving it keeps what was typed, Esc does not. */
export function LineField({ text, keep }: LineFieldProps): ReactNode {
  const [typed, setTyped] = useState<string>()
  if (keep === undefined) return text
  const leave = async (): Promise<void> => {
    const wanted = typed?.trim() ?? ''
    if (wanted === '' || wanted === text || (await keep(wanted))) setTyped(undefined)
  }
  if (typed === undefined)
    return (
      <button type="button" className="report-line-open" title={says.edit} onClick={() => setTyped(text)}>
        {text}
      </button>
    )
  return (
    <Input
      autoFocus
      aria-label={says.edit}
      value={typed}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
      onPressEnter={leave}
      onBlur={leave}
      onKeyDown={({ key }) => key === 'Escape' && setTyped(undefined)}
    />
  )
}
