import { lazy, type ReactNode, Suspense } from 'react'
import { Loading } from '../../platform/shell/loading.tsx'
import type { TextEditorProps } from './code-editor.tsx'

const Text = lazy(async () => ({ default: (await import('./code-editor.tsx')).TextEditor }))

/** The editor of texts, loaded with the first text that is edited. */
export function CodeEditor(props: TextEditorProps): ReactNode {
  return (
    <Suspense fallback={<Loading />}>
      <Text {...props} />
    </Suspense>
  )
}
