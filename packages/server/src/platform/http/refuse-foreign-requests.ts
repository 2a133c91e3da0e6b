import { AppError } from '../errors/app-error.ts'
import type { App } from './app-type.ts'

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A page elsewhere must not reach the data through the browser of somebody here: neither under another host name (DNS
 * rebinding) nor by sending a form.
 */
export function refuseForeignRequests(app: App, hostNames: readonly string[] | undefined): void {
  app.addHook('onRequest', async (request) => {
    if (hostNames !== undefined && !hostNames.includes(request.hostname.replace(/^\[|\]$/g, ''))) {
      throw new AppError('request.refused')
    }
    const { origin } = request.headers
    if (readingMethods.has(request.method) || origin === undefined) return
    if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new AppError('request.refused')
  })
}
