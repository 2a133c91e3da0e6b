import { useBlocker } from '@tanstack/react-router'
import { archiveMessages } from '../messages.ts'

/** Leaving the page, or the panel that `holds` names, while files are on their way asks first. */
export function useStayWhileUploading(isBusy: boolean, holds?: 'need'): void {
  useBlocker({
    disabled: !isBusy,
    enableBeforeUnload: isBusy,
    shouldBlockFn: ({ current, next }) => {
      const leavesPage = current.pathname !== next.pathname
      const leavesPanel = holds !== undefined && Reflect.get(current.search, holds) !== Reflect.get(next.search, holds)
      return (leavesPage || leavesPanel) && !window.confirm(archiveMessages.upload.leave)
    },
  })
}
