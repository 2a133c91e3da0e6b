import { useNavigate } from '@tanstack/react-router'
import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { platformMessages } from '../messages/messages.ts'
import { useRunIfAny } from '../run/current-run.tsx'
import { useSession } from '../session/session-context.tsx'
import { type FoundInRun, findInRun } from './find-in-run.ts'
import { type FoundPage, findPages } from './menu.ts'

type Found = FoundInRun | FoundPage

/** Ctrl+K: a page, a school or an indicator by a part of its name, its code or its pinyin initials. */
export function Finder(props: { close: () => void }): ReactNode {
  const run = useRunIfAny()
  const { verbs } = useSession()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<InputRef>(null)
  const found = useMemo(
    () => [...findPages(verbs, text), ...(run === undefined ? [] : findInRun(run.index, text))],
    [verbs, run, text],
  )
  const says = platformMessages.shell
  useEffect(() => input.current?.focus(), [])
  const go = (one: Found | undefined) => {
    if (one === undefined) return
    props.close()
    if (one.kind === 'page') navigate({ to: one.id })
    else if (one.kind === 'subject')
      navigate({ to: '/evaluation/schools', search: { view: one.view, subject: one.id } })
    else if (one.item) navigate({ to: '/evaluation', search: { item: one.id } })
    else navigate({ to: '/evaluation', search: one.figure === undefined ? {} : { trace: [one.figure] } })
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
      mask={{ blur: false }}
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
      <ul className="finder">
        {found.map((one, position) => (
          <li key={`${one.kind} ${one.id}`}>
            <button type="button" className={position === at ? 'finder-at' : undefined} onClick={() => go(one)}>
              <span>{one.label}</span>
              <span className="muted">{hintOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      {text !== '' && found.length === 0 && <p className="muted">{says.searchEmpty}</p>}
    </Modal>
  )
}

function hintOf(one: Found): string {
  const says = platformMessages.shell
  switch (one.kind) {
    case 'page':
      return says.searchPage
    case 'subject':
      return one.hint
    case 'indicator':
      return says.searchIndicator
  }
}
