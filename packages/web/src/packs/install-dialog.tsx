import type { PackVersionView } from '@eduduty/core/packs'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useChange } from '../platform/form/use-change.ts'
import { platformMessages } from '../platform/messages/messages.ts'
import { ErrorState } from '../platform/shell/error-state.tsx'
import { Loading } from '../platform/shell/loading.tsx'
import { packMessages } from './messages.ts'
import { offeredQuery, packsKey } from './packs-queries.ts'

const says = packMessages.install

/** Versions in the program's folder that are not installed yet. */
export function InstallDialog(props: { close: () => void }): ReactNode {
  const { data, error, refetch } = useQuery(offeredQuery())
  const install = useChange<PackVersionView>(packsKey)
  return (
    <Modal
      open
      title={says.title}
      onCancel={props.close}
      footer={<Button onClick={props.close}>{platformMessages.close}</Button>}
      width={640}
    >
      <p className="note form-hint">{says.hint}</p>
      {error !== null && <ErrorState error={error} retry={() => refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data?.offered.length === 0 && <p className="muted">{says.none}</p>}
      <ul className="offer-list">
        {data?.offered.map(({ pack_id: id, title, version, problem, problems }) => (
          <li key={id}>
            <span>
              {title} <span className="number muted">{version}</span>
              {problem !== undefined && <span className="wrong"> {says.wrong(problems, problem)}</span>}
            </span>
            {problem === undefined && (
              <Button
                size="small"
                loading={install.isPending && install.variables.path.endsWith(`/${id}`)}
                disabled={install.isPending}
                onClick={() => install.mutate({ path: `/packs/${id}`, done: says.done(title, version), shown: true })}
              >
                {says.one}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}
