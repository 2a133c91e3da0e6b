import { isIP } from 'node:net'
import { AppError } from '../platform/errors/app-error.ts'
import type { ParsedOptions } from '../platform/parse-options.ts'

/**
 * Proxies in front of the program, from `--trust-proxy`: addresses or networks such as `10.1.0.0/24`, apart by commas.
 * Never everybody: a client could then call itself whatever it likes. Errors: `command.usage`.
 */
export function readProxies(options: ParsedOptions): readonly string[] | undefined {
  const text = options.text('trust-proxy')
  if (text === undefined) return undefined
  const proxies = text.split(',').map((one) => one.trim())
  const wrong = proxies.find((one) => !isPlace(one))
  if (wrong === undefined) return proxies
  const reason = `--trust-proxy 的“${wrong}”不是 IP 地址，也不是 10.1.0.0/24 这样的网段`
  throw new AppError('command.usage', { command: 'serve', reason })
}

function isPlace(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (family === 4 ? 32 : 128)
}
