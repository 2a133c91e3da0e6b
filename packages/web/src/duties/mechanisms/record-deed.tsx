import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { useChange } from '../../platform/form/use-change.ts'
import { dutiesKey } from '../duty-queries.ts'
import { mechanismMessages } from './messages.ts'

const says = mechanismMessages.deeds

export type Values = Readonly<Record<string, unknown>>

interface RecordDeedProps {
  readonly word: string
  readonly path: string
  readonly fields: ReactNode
  readonly initial?: Values
  readonly hint?: string
  readonly danger?: boolean
  readonly primary?: boolean
  readonly small?: boolean
  /** What is sent of what was typed; blanks are left out before. */
  readonly body?: (values: Values) => Values
  readonly opened?: (id: string) => void
}

/** A button that asks what a step with a record needs, and takes it. */
export function RecordDeed(props: RecordDeedProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const client = useQueryClient()
  const change = useChange<{ id: string }>(dutiesKey)
  const { word, path, fields, initial, hint, danger = false, primary = false, small = false, body, opened } = props
  return (
    <>
      <Button
        danger={danger}
        type={primary ? 'primary' : 'default'}
        size={small ? 'small' : 'middle'}
        onClick={() => setOpen(true)}
      >
        {word}
      </Button>
      {isOpen && (
        <FormDialog<Values>
          title={word}
          okText={word}
          danger={danger}
          busy={change.isPending}
          {...(hint !== undefined && { hint })}
          {...(initial !== undefined && { initial })}
          submit={(values) =>
            change.mutate(
              { path, body: (body ?? ((one) => one))(filled(values)), done: says.done(word) },
              {
                onSuccess: async ({ id }) => {
                  await client.invalidateQueries({ queryKey: dutiesKey })
                  setOpen(false)
                  opened?.(id)
                },
              },
            )
          }
          close={() => setOpen(false)}
        >
          {fields}
        </FormDialog>
      )}
    </>
  )
}

/** What was left blank is not sent. */
export function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
}

export const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const wordOf = (text: unknown): string => String(text ?? '').trim()
