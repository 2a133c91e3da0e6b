import type { CheckDetail, MarkState } from '@eduduty/core/claims'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { sendJson } from '../../platform/api/http.ts'
import { FormDialog } from '../../platform/form/form-dialog.tsx'
import { checkKeyOf, checkPath, checksKey } from '../claim-queries.ts'
import { claimMessages as says } from '../messages.ts'
import type { CheckDesk } from './check-desk.ts'

/** Says what became of a finding. */
export function MarkButtons({ desk, finding }: { desk: CheckDesk; finding: number }): ReactNode {
  const [state, setState] = useState<MarkState>()
  const isClosed = desk.isClosed(finding)
  return (
    <p className="claim-marking">
      {isClosed ? (
        <Button size="small" onClick={() => setState('open')}>
          {says.reopen}
        </Button>
      ) : (
        <>
          <Button size="small" onClick={() => setState('settled')}>
            {says.settle}
          </Button>
          <Button size="small" onClick={() => setState('no_problem')}>
            {says.noProblem}
          </Button>
        </>
      )}
      {state !== undefined && (
        <MarkDialog desk={desk} finding={finding} state={state} close={() => setState(undefined)} />
      )}
    </p>
  )
}

interface MarkDialogProps {
  readonly desk: CheckDesk
  readonly finding: number
  readonly state: MarkState
  readonly close: () => void
}

function MarkDialog({ desk, finding, state, close }: MarkDialogProps): ReactNode {
  const { message } = App.useApp()
  const client = useQueryClient()
  const title = { settled: says.settle, no_problem: says.noProblem, open: says.reopen }[state]
  const mark = useMutation({
    mutationFn: (note: string) =>
      sendJson<CheckDetail>('POST', `${checkPath(desk.check)}/marks`, { finding, state, note }),
    onSuccess: async (check) => {
      client.setQueryData(checkKeyOf(check), check)
      close()
      void message.success(says.marked)
      await client.invalidateQueries({ queryKey: [...checksKey, 'list'] })
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <FormDialog<{ note?: string }>
      title={title}
      okText={says.save}
      busy={mark.isPending}
      submit={({ note = '' }) => mark.mutate(note)}
      close={close}
    >
      <Form.Item
        name="note"
        label={says.note}
        extra={says.noteHint[state]}
        rules={state === 'no_problem' ? [{ required: true, whitespace: true, message: says.noteNeeded }] : []}
      >
        <Input.TextArea rows={3} maxLength={400} showCount />
      </Form.Item>
    </FormDialog>
  )
}
