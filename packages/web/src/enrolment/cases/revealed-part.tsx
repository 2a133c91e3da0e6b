import type { CaseRevealed } from '@eduduty/core/enrolment'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { oneCaseMessages } from './case-messages.ts'

const says = oneCaseMessages.reveal

/** How long something stays in the clear, in seconds. */
const SHOWN = 60

export type RevealedData = keyof typeof says.names

interface RevealedProps {
  /** Below /api: where it is asked for. */
  readonly path: string
  readonly data: RevealedData
  readonly masked: string
  readonly mayReveal: boolean
}

/** Masked; in the clear for a minute after a written reason. It lives in this place alone: no cache holds it, no paper shows it. */
export function RevealedPart({ path, data, masked, mayReveal }: RevealedProps): ReactNode {
  const [isAsking, setAsking] = useState(false)
  const [shown, setShown] = useState<CaseRevealed>()
  if (masked === '') return <span className="muted">{oneCaseMessages.facts.none}</span>
  return (
    <span>
      {shown !== undefined && <Clear {...shown} hide={() => setShown(undefined)} />}
      <span className={shown === undefined ? 'number' : 'number print-only'}>{masked}</span>
      {mayReveal && shown === undefined && (
        <button type="button" className="link apart screen-only" onClick={() => setAsking(true)}>
          {says.action}
        </button>
      )}
      {isAsking && (
        <AskDialog
          path={path}
          data={data}
          show={(value) => {
            setShown(value)
            setAsking(false)
          }}
          close={() => setAsking(false)}
        />
      )}
    </span>
  )
}

interface AskProps {
  readonly path: string
  readonly data: RevealedData
  readonly show: (answer: CaseRevealed) => void
  readonly close: () => void
}

function AskDialog({ path, data, show, close }: AskProps): ReactNode {
  const { message } = App.useApp()
  const ask = useMutation({
    mutationFn: (body: { data: RevealedData; reason: string }) => sendJson<CaseRevealed>('POST', path, body),
    gcTime: 0,
    onSuccess: show,
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <FormDialog<{ reason: string }>
      title={says.title(says.names[data])}
      hint={says.hint}
      okText={says.action}
      busy={ask.isPending}
      submit={({ reason }) => ask.mutate({ data, reason })}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}

function Clear({ value, left_today: more, hide }: CaseRevealed & { hide: () => void }): ReactNode {
  const [left, setLeft] = useState(SHOWN)
  useEffect(() => {
    const until = Date.now() + SHOWN * 1000
    const timer = setInterval(() => {
      const rest = Math.ceil((until - Date.now()) / 1000)
      if (rest > 0) setLeft(rest)
      else hide()
    }, 1000)
    return () => clearInterval(timer)
  }, [hide])
  return (
    <span className="screen-only">
      <strong className="number">{value}</strong>
      <button type="button" className="link apart" onClick={hide}>
        {says.hide}
      </button>
      <span className="muted apart">{says.left(left, more)}</span>
    </span>
  )
}
