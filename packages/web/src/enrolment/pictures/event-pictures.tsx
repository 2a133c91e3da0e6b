import type { CaseEventView, CasePictureKind } from '@eduduty/core/enrolment'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { AddPicture } from './add-picture.tsx'
import { pictureMessages as says } from './messages.ts'
import { sendPicture } from './send-picture.ts'

interface EventPicturesProps {
  /** Of the case or of the child in care, below /api. */
  readonly base: string
  readonly event: Pick<CaseEventView, 'on' | 'files' | 'attach_key'>
}

/** Pictures of a visit and certificates of a step: opened one by one, for each look is recorded; whoever wrote the record may add more for some days. */
export function EventPictures({ base, event }: EventPicturesProps): ReactNode {
  const [seen, setSeen] = useState<CaseEventView['files'][number]>()
  const { files, attach_key: record } = event
  if (files.length === 0 && record === undefined) return null
  return (
    <p className="case-pictures screen-only">
      {files.map((file, at) =>
        file.kind === 'proof' ? (
          <a key={file.file} className="before" href={`/api${base}/files/${file.file}`} download>
            {says.fetch(at + 1)}
          </a>
        ) : (
          <button key={file.file} type="button" className="link before" onClick={() => setSeen(file)}>
            {says.see(says.kinds[file.kind], at + 1)}
          </button>
        ),
      )}
      {record !== undefined && <AddToRecord base={base} record={record} />}
      {seen !== undefined && (
        <Modal
          open
          destroyOnHidden
          footer={null}
          width={760}
          title={says.title(says.kinds[seen.kind], event.on)}
          onCancel={() => setSeen(undefined)}
        >
          <Picture path={`${base}/files/${seen.file}`} alt={says.title(says.kinds[seen.kind], event.on)} />
        </Modal>
      )}
    </p>
  )
}

function Picture({ path, alt }: { path: string; alt: string }): ReactNode {
  const [isLost, setLost] = useState(false)
  return (
    <>
      <p className="muted">{says.noted}</p>
      {isLost ? (
        <p className="wrong">{says.lost}</p>
      ) : (
        <img className="case-picture" src={`/api${path}`} alt={alt} onError={() => setLost(true)} />
      )}
    </>
  )
}

function AddToRecord({ base, record }: Omit<EventPicturesProps, 'event'> & { record: string }): ReactNode {
  const { message } = App.useApp()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: ({ kind, data }: { kind: CasePictureKind; data: string }) => sendPicture({ base, record, kind }, data),
    onSuccess: () => {
      void message.success(says.added)
      void client.invalidateQueries({ queryKey: ['enrolment'] })
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return <AddPicture small busy={send.isPending} add={(kind, data) => send.mutate({ kind, data })} />
}
