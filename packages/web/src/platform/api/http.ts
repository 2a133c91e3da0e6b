import { platformMessages } from '../messages/messages.ts'

/** A refused or failed request, with a sentence for the reader. */
export class ApiError extends Error {
  readonly status: number
  constructor(message: string, status: number) {
    super(message)
    this.name = 'ApiError'
    this.status = status
  }
}

/** GET a JSON document below /api. Throws ApiError with the server's own Chinese sentence where it sent one. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, signal)
  if (!response.ok) throw new ApiError(await refusal(response), response.status)
  return response.json()
}

async function request(path: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(`/api${path}`, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(platformMessages.error.unreachable, 0)
  }
}

async function refusal(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body === 'object' && body !== null) {
    for (const key of ['detail', 'message', 'title']) {
      const sentence: unknown = Reflect.get(body, key)
      if (typeof sentence === 'string' && sentence !== '') return sentence
    }
  }
  return platformMessages.error.status(response.status)
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
