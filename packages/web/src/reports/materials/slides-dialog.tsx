import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { fetchFile } from '../../platform/api/http.ts'
import { offerFile } from '../../platform/api/offer-file.ts'
import { base64Of } from '../../platform/form/base64-of.ts'
import { FileButton } from '../../platform/form/file-button.tsx'
import { formMessages } from '../../platform/form/messages.ts'
import type { DeckChoice } from './deck-choices.ts'
import { materialMessages } from './messages.ts'

const says = materialMessages.slides
const MOST = 12

interface Picture {
  readonly key: number
  readonly file: File
  readonly caption: string
}

/** What the deck is made from, and pictures to be put into it, each with what it shows; they are not kept. */
export function SlidesDialog(props: {
  choices: readonly [DeckChoice, ...DeckChoice[]]
  note?: string | undefined
  close: () => void
}): ReactNode {
  const { choices, note, close } = props
  const { message } = App.useApp()
  const [picked, setPicked] = useState(choices[0].path)
  const { path, name, remark } = choices.find((one) => one.path === picked) ?? choices[0]
  const [pictures, setPictures] = useState<readonly Picture[]>([])
  const make = useMutation({
    mutationFn: async () =>
      fetchFile(path, {
        pictures: await Promise.all(
          pictures.map(async ({ file, caption }) => ({ caption, data: await base64Of(file) })),
        ),
      }),
    onSuccess: (content) => {
      offerFile(content, name)
      close()
    },
    onError: (error) => void message.error(error.message, 8),
  })
  const add = (file: File) =>
    setPictures((before) => [...before, { key: Date.now(), file, caption: file.name.replace(/\.[^.]*$/, '') }])
  return (
    <Modal
      open
      width={680}
      title={says.title}
      okText={materialMessages.make}
      cancelText={formMessages.cancel}
      okButtonProps={{ loading: make.isPending }}
      onOk={() => make.mutate()}
      onCancel={close}
    >
      {choices.length > 1 && (
        <div className="report-from">
          <label htmlFor="slides-from">{says.from}</label>
          <Select
            id="slides-from"
            value={path}
            onChange={setPicked}
            options={choices.map((one) => ({ value: one.path, label: one.label }))}
          />
        </div>
      )}
      <p className="note form-hint">
        {remark}
        {note}
      </p>
      <p className="note form-hint">{says.hint}</p>
      <PictureList pictures={pictures} change={setPictures} />
      {pictures.length < MOST && <FileButton label={says.add} accept=".jpg,.jpeg,.png" onFile={add} />}
    </Modal>
  )
}

interface PictureListProps {
  readonly pictures: readonly Picture[]
  readonly change: (pictures: readonly Picture[]) => void
}

function PictureList({ pictures, change }: PictureListProps): ReactNode {
  const caption = (key: number, words: string) =>
    change(pictures.map((one) => (one.key === key ? { ...one, caption: words } : one)))
  return pictures.map(({ key, file, caption: words }) => (
    <p key={key} className="report-file">
      <span className="muted">{file.name}</span>
      <Input
        aria-label={says.caption(file.name)}
        value={words}
        maxLength={60}
        onChange={({ target }) => caption(key, target.value)}
      />
      <Button size="small" onClick={() => change(pictures.filter((one) => one.key !== key))}>
        {says.remove}
      </Button>
    </p>
  ))
}
