import { Button } from 'antd'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { archiveMessages } from '../messages.ts'
import { type ChosenFile, filesOfDrop, filesOfList } from './files-of-drop.ts'

const says = archiveMessages.upload

interface UploadFieldProps {
  readonly onFiles: (files: readonly ChosenFile[]) => void
  /** For one need: no folders, but a photo from a telephone. */
  readonly isOne?: boolean
}

/** Takes files and folders by dropping or choosing; on a telephone a photo. */
export function UploadField({ onFiles, isOne = false }: UploadFieldProps): ReactNode {
  const [isOver, setOver] = useState(false)
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setOver(false)
    const files = await filesOfDrop(event.dataTransfer)
    if (files.length > 0) onFiles(files)
  }
  return (
    <section
      aria-label={says.field}
      className={isOver ? 'archive-drop archive-drop-over' : 'archive-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <span className="archive-drop-words">
        <strong>{says.drop}</strong>
        <span className="muted">{isOne ? says.dropHintOne : says.dropHint}</span>
      </span>
      <span className="archive-drop-ways">
        <ChooseButton label={says.choose} onFiles={onFiles} isMain />
        {!isOne && <ChooseButton label={says.chooseFolder} onFiles={onFiles} folder />}
        <ChooseButton label={says.photo} onFiles={onFiles} photo />
      </span>
    </section>
  )
}

interface ChooseProps {
  readonly label: string
  readonly onFiles: UploadFieldProps['onFiles']
  readonly folder?: boolean
  readonly photo?: boolean
  readonly isMain?: boolean
}

/** A button over a file field that the browser would not let be drawn otherwise. */
export function ChooseButton({
  label,
  onFiles,
  folder = false,
  photo = false,
  isMain = false,
}: ChooseProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!photo}
        aria-label={label}
        {...(photo && { accept: 'image/*', capture: 'environment' })}
        {...(folder && { webkitdirectory: '' })}
        onChange={({ target }) => {
          const files = filesOfList(target.files ?? [])
          if (files.length > 0) onFiles(files)
          // The same file may be chosen again after it was corrected.
          target.value = ''
        }}
      />
      <Button
        type={isMain ? 'primary' : 'default'}
        ghost={isMain}
        className={photo ? 'archive-photo' : ''}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  )
}
