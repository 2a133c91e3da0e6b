/** Builds the page of the grid into a temporary folder and serves it. */
export function serveGridPage(port?: number): Promise<{ readonly url: string; readonly close: () => void }>
