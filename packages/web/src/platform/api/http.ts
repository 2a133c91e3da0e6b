import { platformMessages } from '../messages/messages.ts'
import { actingHeaders, endActing } from '../session/acting-for.ts'
import { createWriteOnce } from './write-once.ts'

/** A refused or failed request, with a sentence for the reader. */
export class ApiError extends Error {
  readonly status: number
  /** Code of the server's error table; empty when the server did not answer. */
  readonly code: string
  constructor(message: string, status: number, code = '') {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
  }
}

let csrfToken: string | undefined

/** The token that every change sends along; it comes with the session. */
export function keepCsrfToken(token: string | undefined): void {
  csrfToken = token
}

/** GET a JSON document below /api. Throws ApiError with the server's own Chinese sentence where it sent one. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await request(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })
  return answer.json()
}

const writeOnce = createWriteOnce(Date.now)

/**
 * Sends a change below /api, with or without a JSON document, and gives the answer; undefined when it has no content. The
 * same change clicked twice is sent once.
 */
export async function sendJson<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const write = { method, path, body: text ?? '', actor: JSON.stringify(actingHeaders()) }
  return contentOf(await writeOnce(write, () => requestJson(method, path, text)))
}

/** Asks something that takes a JSON document to ask, and changes nothing: asked anew each time. */
export async function askJson<T>(path: string, body?: unknown): Promise<T> {
  return contentOf(await requestJson('POST', path, body === undefined ? undefined : JSON.stringify(body)))
}

function requestJson(method: string, path: string, body: string | undefined): Promise<Response> {
  const headers = { accept: 'application/json', ...csrfHeaders() }
  return request(
    path,
    body === undefined
      ? { method, headers }
      : { method, headers: { ...headers, 'content-type': 'application/json' }, body },
  )
}

const contentOf = (answer: Response) => (answer.status === 204 ? JSON.parse('null') : answer.json())

/** Sends a file as it is; its name, where it counts, goes in a header. */
export async function sendFile<T>(path: string, file: File, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream', ...csrfHeaders() }
  return (await request(path, { method: 'POST', headers, body: file, ...(signal ? { signal } : {}) })).json()
}

/** Sends a file and gets one back. */
export async function exchangeFile(path: string, file: File): Promise<Blob> {
  const headers = { 'content-type': 'application/octet-stream', ...csrfHeaders() }
  return (await request(path, { method: 'POST', headers, body: file })).blob()
}

/** GETs a file and tells how many bytes have come; `signal` stops it. */
export async function fetchFileWatched(
  path: string,
  tell: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const answer = await request(path, { signal })
  const { body } = answer
  if (body === null) return answer.blob()
  const reader = body.getReader()
  let bytes = 0
  const counted = new ReadableStream<Uint8Array>({
    pull: async (control) => {
      const { done, value } = await reader.read()
      if (done) return control.close()
      bytes += value.length
      tell(bytes)
      control.enqueue(value)
    },
  })
  return new Response(counted).blob()
}

/** Has a file made below /api: by GET, or by POST where something is sent along. */
export async function fetchFile(path: string, body?: object): Promise<Blob> {
  if (body === undefined) return (await request(path, {})).blob()
  const headers = { 'content-type': 'application/json', ...csrfHeaders() }
  return (await request(path, { method: 'POST', headers, body: JSON.stringify(body) })).blob()
}

/** What every change sends along. */
export const csrfHeaders = (): Record<string, string> => ({
  ...actingHeaders(),
  ...(csrfToken !== undefined && { 'x-eduduty-csrf': csrfToken }),
})

let lastRequest = Date.now()

/** A long upload is work too. */
export function noteRequest(): void {
  lastRequest = Date.now()
}

/** How long nothing has been asked of the server, in minutes. */
export function minutesQuiet(): number {
  return (Date.now() - lastRequest) / 60_000
}

async function request(path: string, init: RequestInit): Promise<Response> {
  noteRequest()
  const response = await fetched(path, init)
  if (response.ok) return response
  const refused = await refusal(response)
  // It ended by itself or was taken back: on with one's own work.
  if (refused.code === 'identity.delegation_over') endActing()
  throw refused
}

async function fetched(path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(actingHeaders())) headers.set(name, value)
    return await fetch(`/api${path}`, { ...init, headers })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(platformMessages.error.unreachable, 0)
  }
}

/** What went wrong, and what to do, in the server's words. */
export async function refusal(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const textOf = (key: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined
    return typeof value === 'string' ? value : ''
  }
  const sentence = `${textOf('title')}${textOf('detail')}`
  return new ApiError(sentence || platformMessages.error.status(response.status), response.status, textOf('type'))
}

/** `?a=1&b=2&b=3`; absent values are left out, lists repeat their name. */
export function queryString(values: Record<string, string | readonly string[] | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of value === undefined ? [] : typeof value === 'string' ? [value] : value) search.append(name, one)
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
