import { App } from 'antd'
import { copyText } from './copy-text.ts'

/** Copies a text and says whether it is on the clipboard. */
export function useCopyText(): (text: string, said: { copied: string; notCopied: string }) => void {
  const { message } = App.useApp()
  return (text, { copied, notCopied }) => {
    if (copyText(text)) void message.success(copied)
    else void message.warning(notCopied)
  }
}
