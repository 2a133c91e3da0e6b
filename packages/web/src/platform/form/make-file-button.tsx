import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { fetchFile } from '../api/http.ts'
import { offerFile } from '../api/offer-file.ts'

interface MakeFileProps {
  readonly label: string
  /** What it makes, for those who do not see the row. */
  readonly title: string
  /** Below /api. */
  readonly path: string
  /** With its ending. */
  readonly name: string
  readonly isMain?: boolean
  /** When the file has been handed over. */
  readonly made?: () => void
}

/** Has the server make a file, shows that it is at work, and hands the file over; says in words why it could not. */
export function MakeFileButton({ label, title, path, name, isMain = false, made }: MakeFileProps): ReactNode {
  const { message } = App.useApp()
  const make = useMutation({
    mutationFn: () => fetchFile(path),
    onSuccess: (content) => {
      offerFile(content, name)
      made?.()
    },
    onError: (error) => void message.error(error.message, 8),
  })
  return (
    <Button
      size="small"
      type={isMain ? 'primary' : 'default'}
      loading={make.isPending}
      aria-label={`${label} ${title}`}
      onClick={(event) => {
        event.stopPropagation()
        make.mutate()
      }}
    >
      {label}
    </Button>
  )
}
