import { CASE_FILES_MOST, type CaseFileKept } from '@eduduty/core/enrolment'
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import { queryString, sendFile } from '../../platform/api/http.ts'
import { FileButton } from '../../platform/form/file-button.tsx'
import { oneCaseMessages } from './case-messages.ts'

const says = oneCaseMessages.steps

interface ProofFilesProps {
  /** Below /api: where certificates of the case go. */
  readonly path: string
  /** Ids of what is filed already; given by the form. */
  readonly value?: readonly string[]
  readonly onChange?: (files: readonly string[]) => void
}

/** Certificates are filed with the case one by one; the step then names them. */
export function ProofFiles({ path, value = [], onChange }: ProofFilesProps): ReactNode {
  const { message } = App.useApp()
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const send = useMutation({
    mutationFn: (file: File) => sendFile<CaseFileKept>(`${path}${queryString({ name: file.name })}`, file),
    onSuccess: ({ file: id }, { name }) => {
      setNames((before) => ({ ...before, [id]: name }))
      onChange?.([...value, id])
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <>
      {value.map((id) => (
        <div key={id}>
          {names[id]}
          <button type="button" className="link apart" onClick={() => onChange?.(value.filter((one) => one !== id))}>
            {says.proofDrop}
          </button>
        </div>
      ))}
      {value.length < CASE_FILES_MOST && (
        <FileButton
          small
          label={says.proofUpload}
          accept="image/*,.pdf,.doc,.docx"
          busy={send.isPending}
          onFile={(file) => send.mutate(file)}
        />
      )}
    </>
  )
}
