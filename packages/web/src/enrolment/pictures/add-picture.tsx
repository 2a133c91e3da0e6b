import type { CasePictureKind } from '@eduduty/core/enrolment'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FileButton } from '../../platform/form/file-button.tsx'
import { pictureMessages as says } from './messages.ts'
import { shrinkPicture } from './shrink-picture.ts'
import { SignaturePad } from './signature-pad.tsx'

interface AddProps {
  /** A data address. */
  readonly add: (kind: CasePictureKind, data: string) => void
  readonly busy?: boolean
  readonly small?: boolean
}

/** Takes a photograph, chosen or just taken, or a signature drawn on the screen. */
export function AddPicture({ add, busy = false, small = false }: AddProps): ReactNode {
  const { message } = App.useApp()
  const [isSigning, setSigning] = useState(false)
  const [isShrinking, setShrinking] = useState(false)
  const take = (file: File) => {
    setShrinking(true)
    shrinkPicture(file)
      .then((data) => add('photo', data))
      .catch(() => void message.error(says.unreadable, 8))
      .finally(() => setShrinking(false))
  }
  return (
    <span className={small ? 'picture-ways' : 'picture-ways picture-ways-wide'}>
      <FileButton label={says.photo} accept="image/*" onFile={take} busy={busy || isShrinking} small={small} />
      <Button {...(small && { size: 'small' as const })} disabled={busy} onClick={() => setSigning(true)}>
        {says.sign}
      </Button>
      {isSigning && (
        <SignaturePad
          done={(data) => {
            setSigning(false)
            add('signature', data)
          }}
          close={() => setSigning(false)}
        />
      )}
    </span>
  )
}
