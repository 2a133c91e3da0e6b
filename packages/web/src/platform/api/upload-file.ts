import { platformMessages } from '../messages/messages.ts'
import { ApiError, csrfHeaders, noteRequest, refusal } from './http.ts'

/** POSTs a file below /api and tells how many of its bytes have gone: what `fetch` cannot tell. `signal` stops it. */
export function uploadFile<T>(
  path: string,
  file: File,
  tell: (bytes: number) => void,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', `/api${path}`)
    sending.responseType = 'text'
    const headers = { accept: 'application/json', 'content-type': 'application/octet-stream', ...csrfHeaders() }
    for (const [name, value] of Object.entries(headers)) sending.setRequestHeader(name, value)
    sending.upload.addEventListener('progress', ({ loaded }) => {
      noteRequest()
      tell(loaded)
    })
    const stop = (): void => sending.abort()
    signal.addEventListener('abort', stop)
    sending.addEventListener('loadend', () => signal.removeEventListener('abort', stop))
    sending.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    sending.addEventListener('error', () => reject(new ApiError(platformMessages.error.unreachable, 0)))
    sending.addEventListener('load', () => {
      if (sending.status >= 200 && sending.status < 300) resolve(JSON.parse(sending.responseText))
      else void refusal(new Response(sending.responseText, { status: sending.status })).then(reject)
    })
    noteRequest()
    sending.send(file)
  })
}
