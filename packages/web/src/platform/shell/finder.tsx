import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import type { Found } from './found.ts'
import { useFound, useGoTo } from './use-found.ts'

/** Ctrl+K: a page, unit, person, indicator, table or task by a part of its name, some by code or pinyin initials. */
export function Finder(props: { close: () => void }): ReactNode {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<InputRef>(null)
  const found = useFound(text)
  const goTo = useGoTo()
  const says = platformMessages.shell
  useEffect(() => input.current?.focus(), [])
  const go = (one: Found | undefined) => {
    if (one === undefined) return
    props.close()
    goTo(one)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(found[at])
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
  }
  return (
    <Modal
      open
      footer={null}
      title={says.search}
      onCancel={props.close}
      width={560}
      transitionName=""
      maskTransitionName=""
      mask={{ blur: false, closable: true }}
      styles={{ mask: { background: 'rgba(29, 36, 51, 0.16)' } }}
    >
      <Input
        ref={input}
        value={text}
        placeholder={says.searchPlaceholder}
        aria-label={says.search}
        onKeyDown={keys}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
      />
      <FoundList found={found} at={at} go={go} />
      {text === '' && <p className="muted finder">{says.searchScope}</p>}
      {text !== '' && found.length === 0 && <p className="muted finder">{says.searchEmpty}</p>}
    </Modal>
  )
}

function FoundList(props: { found: readonly Found[]; at: number; go: (one: Found) => void }): ReactNode {
  return (
    <ul className="finder">
      {props.found.map((one, position) => (
        <li key={one.key}>
          <button
            type="button"
            className={position === props.at ? 'finder-at' : undefined}
            onClick={() => props.go(one)}
          >
            <span>{one.label}</span>
            <span className="muted">{one.hint}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
