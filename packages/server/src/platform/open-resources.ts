/** Something that must be closed before the process ends. */
export interface OpenResource {
  readonly kind: 'database' | 'server'
  close(): Promise<void>
}

const open = new Set<OpenResource>()

export function keepTrack(resource: OpenResource): void {
  open.add(resource)
}

export function loseTrack(resource: OpenResource): void {
  open.delete(resource)
}

/** True while this process answers requests: then a signal is the ordinary way to end it. */
export function isServing(): boolean {
  return [...open].some((resource) => resource.kind === 'server')
}

/** Closes what is still open, the latest first: a server before the database it reads. Errors no longer matter. */
export async function closeOpenResources(): Promise<void> {
  for (const resource of [...open].reverse()) await resource.close().catch(() => undefined)
}
