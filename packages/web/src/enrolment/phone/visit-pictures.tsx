import { CASE_FILES_MOST, type CasePictureKind } from '@eduduty/core/enrolment'
import { App, Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { AddPicture } from '../pictures/add-picture.tsx'
import { pictureMessages as says } from '../pictures/messages.ts'
import { dropPictures, type KeptPicture, keepPicture, readPicture } from './kept-pictures.ts'
import { newKey } from './new-key.ts'

interface PicturesProps {
  readonly pictures: readonly KeptPicture[]
  readonly show: (pictures: readonly KeptPicture[]) => void
}

/** Pictures and signatures of a record: kept on this machine until they are sent with it. */
export function VisitPictures({ pictures, show }: PicturesProps): ReactNode {
  const { message } = App.useApp()
  const add = (kind: CasePictureKind, data: string) => {
    const id = newKey()
    if (keepPicture(window.localStorage, id, data, new Date())) show([...pictures, { id, kind }])
    else void message.error(says.notKept, 8)
  }
  const remove = (picture: KeptPicture) => {
    dropPictures(window.localStorage, [picture])
    show(pictures.filter(({ id }) => id !== picture.id))
  }
  return (
    <Form.Item label={says.label} extra={says.hint(CASE_FILES_MOST)}>
      {pictures.length > 0 && (
        <ul className="visit-pictures">
          {pictures.map((picture, at) => (
            <li key={picture.id}>
              <img
                src={readPicture(window.localStorage, picture.id)}
                alt={says.see(says.kinds[picture.kind], at + 1)}
              />
              <Button
                size="small"
                aria-label={says.remove(says.kinds[picture.kind], at + 1)}
                onClick={() => remove(picture)}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {pictures.length < CASE_FILES_MOST && <AddPicture add={add} />}
    </Form.Item>
  )
}
