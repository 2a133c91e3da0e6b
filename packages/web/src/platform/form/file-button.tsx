import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

/** Lets a table be chosen as a file. */
export function FileButton(props: { label: string; onFile: (file: File | undefined) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,.csv,.txt"
        aria-label={props.label}
        onChange={(event) => {
          props.onFile(event.target.files?.[0])
          // The same file may be chosen again after it was corrected.
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{props.label}</Button>
    </>
  )
}
