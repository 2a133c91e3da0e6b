import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly onFile: (file: File) => void
  readonly accept?: string
  readonly busy?: boolean
  /** In a row of a table. */
  readonly small?: boolean
}

/** Lets a file be chosen: where nothing else is said, a table. */
export function FileButton(props: FileButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept ?? '.xlsx,.xls,.csv,.txt'}
        aria-label={props.label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) props.onFile(file)
          // The same file may be chosen again after it was corrected.
          event.target.value = ''
        }}
      />
      <Button
        loading={props.busy ?? false}
        {...(props.small === true && { size: 'small' })}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </Button>
    </>
  )
}
