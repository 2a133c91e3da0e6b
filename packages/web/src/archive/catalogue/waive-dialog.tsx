import type { NeedRow } from '@eduduty/core/archive'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import { eachInTurn } from '../../platform/api/each-in-turn.ts'
import { sendJson } from '../../platform/api/http.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { ReasonField } from '../../platform/form/reason-field.tsx'
import { archiveKey, needPath } from '../archive-queries.ts'
import { archiveMessages } from '../messages.ts'

const says = archiveMessages.waive

interface WaiveDialogProps {
  readonly county: string
  readonly needs: readonly Pick<NeedRow, 'need' | 'file_no' | 'unit_name'>[]
  /** False: they are needed again. */
  readonly waived: boolean
  readonly close: () => void
  readonly done: () => void
}

/** Says of some materials that they are not needed here, or are again, and why. */
export function WaiveDialog({ county, needs, waived, close, done }: WaiveDialogProps): ReactNode {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const words = waived ? says.waived : says.again
  const submit = async ({ reason }: { reason: string }): Promise<void> => {
    setBusy(true)
    const all = needs.map((one) => ({ ...one, what: `${one.file_no} ${one.unit_name}` }))
    const outcome = await eachInTurn(all, async ({ need }) => {
      await sendJson('POST', `${needPath(county, need)}/waiving`, { waived, reason })
      return 1
    })
    const [first] = outcome.failures
    if (first !== undefined) void message.error(says.failed(outcome.failures.length, first.what, first.why), 8)
    if (outcome.done > 0) void message.success(words.done(outcome.done))
    await client.invalidateQueries({ queryKey: archiveKey })
    setBusy(false)
    done()
  }
  return (
    <FormDialog<{ reason: string }>
      title={words.title}
      hint={words.hint(needs.length)}
      okText={words.ok}
      busy={isBusy}
      submit={submit}
      close={close}
    >
      <ReasonField />
    </FormDialog>
  )
}
