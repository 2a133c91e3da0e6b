/** Whether the page can be opened again without network: browsers keep pages of HTTPS alone, and of this computer. */
export const keepsShell = (): boolean => 'serviceWorker' in navigator

/** Has the browser keep the page and its built files, as they are now; no data. */
export async function keepShell(): Promise<void> {
  if (!keepsShell()) return
  await navigator.serviceWorker.register('/visits-worker.js')
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ keep: assetsNow() })
}

/** Every built file that this page has loaded. */
function assetsNow(): readonly string[] {
  const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name, window.location.href))
  const own = paths.filter(
    ({ origin, pathname }) => origin === window.location.origin && pathname.startsWith('/assets/'),
  )
  return [...new Set(own.map(({ pathname }) => pathname))]
}
