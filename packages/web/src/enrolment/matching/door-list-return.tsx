import type { DoorListTaken } from '@eduduty/core/enrolment'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Modal } from 'antd'
import { type ReactNode, useRef } from 'react'
import { queryString, sendFile } from '../../platform/api/http.ts'
import { matchMessages } from './match-messages.ts'
import { matchingKey, matchingPath } from './match-queries.ts'

const says = matchMessages.doorList

/** Takes a filled list for visits back and says what came of it, line by line where something was not taken. */
export function DoorListReturn({ county }: { county: string }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const { message } = App.useApp()
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<DoorListTaken>(`${matchingPath(county, 'door-list')}${queryString({ name: file.name })}`, file),
    onSuccess: () => void client.invalidateQueries({ queryKey: matchingKey }),
    onError: (error: Error) => void message.error(error.message, 8),
  })
  return (
    <>
      <Button size="small" loading={send.isPending} onClick={() => input.current?.click()}>
        {says.send}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,.csv,.et"
        aria-label={says.send}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) send.mutate(file)
          target.value = ''
        }}
      />
      {send.data !== undefined && <Taken taken={send.data} close={send.reset} />}
    </>
  )
}

function Taken({ taken, close }: { taken: DoorListTaken; close: () => void }): ReactNode {
  const { recorded, opened, unchanged, waiting, problems } = taken
  return (
    <Modal
      open
      width={640}
      title={says.title}
      onCancel={close}
      footer={
        <Button type="primary" onClick={close}>
          {says.close}
        </Button>
      }
    >
      <p>{says.counts(recorded, unchanged, waiting)}</p>
      {opened > 0 && (
        <p>
          {says.opened(opened)} <Link to="/enrolment/cases">{says.cases}</Link>
        </p>
      )}
      {problems.length > 0 && (
        <>
          <p className="wrong">{says.problems(problems.length)}</p>
          <table className="plain">
            <thead>
              <tr>
                <th>{says.row}</th>
                <th>{says.child}</th>
                <th>{says.why}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((one) => (
                <tr key={one.row}>
                  <td className="number">{one.row}</td>
                  <td>{one.name}</td>
                  <td>{one.says}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Modal>
  )
}
