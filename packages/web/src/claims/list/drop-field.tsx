import { type DragEvent, type ReactNode, useState } from 'react'
import { claimMessages } from '../messages.ts'

const says = claimMessages.starting

interface DropFieldProps {
  readonly file: File | undefined
  readonly choose: (file: File) => void
}

/** A field that a file is dropped on, or chosen by a click or the keyboard. */
export function DropField({ file, choose }: DropFieldProps): ReactNode {
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [dropped] = event.dataTransfer.files
    if (dropped !== undefined) choose(dropped)
  }
  return (
    <label
      className={isOver ? 'claim-drop claim-drop-over' : 'claim-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="claim-drop-input"
        accept=".docx,.txt,.html,.htm,.md"
        aria-label={says.drop}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen !== undefined) choose(chosen)
          // The same file may be chosen again after it was corrected.
          target.value = ''
        }}
      />
      {file === undefined ? (
        <>
          <strong>{says.drop}</strong>
          <span className="muted">{says.dropHint}</span>
        </>
      ) : (
        <>
          <strong>{file.name}</strong>
          <span className="muted">{says.other}</span>
        </>
      )}
    </label>
  )
}
