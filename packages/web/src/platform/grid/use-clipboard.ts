import { type ClipboardEvent, useMemo } from 'react'
import type { GridControl } from './grid-control.ts'

interface ClipboardHandlers {
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onCut: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

/** Blocks to and from the clipboard by its events alone: the asynchronous interface does not exist on http. */
export function useClipboard(control: GridControl): ClipboardHandlers {
  return useMemo(() => {
    const give = (event: ClipboardEvent, take: () => string) => {
      if (control.mode !== 'ready') return
      event.clipboardData.setData('text/plain', take())
      event.preventDefault()
    }
    return {
      onCopy: (event) => give(event, () => control.copy()),
      onCut: (event) => give(event, () => control.cut()),
      onPaste: (event) => {
        const text = event.clipboardData.getData('text/plain')
        if (control.mode === 'ready') control.paste(text)
        else if (control.mayPasteIntoField(text)) return
        event.preventDefault()
      },
    }
  }, [control])
}
