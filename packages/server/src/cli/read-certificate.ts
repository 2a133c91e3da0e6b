import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { AppError } from '../platform/errors/app-error.ts'
import type { Io } from '../platform/io.ts'
import type { ParsedOptions } from '../platform/parse-options.ts'

export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
}

/** The certificate that `--tls-cert` and `--tls-key` name (PEM); undefined without them. Errors: `serve.bad_certificate`. */
export function readCertificate(options: ParsedOptions, io: Io): Certificate | undefined {
  const [certPath, keyPath] = [options.text('tls-cert'), options.text('tls-key')]
  if (certPath === undefined && keyPath === undefined) return undefined
  if (certPath === undefined || keyPath === undefined) {
    throw new AppError('command.usage', { command: 'serve', reason: '--tls-cert 和 --tls-key 要一起给出' })
  }
  const pair = { cert: readPem(certPath, io), key: readPem(keyPath, io) }
  try {
    createSecureContext(pair)
  } catch (cause) {
    throw new AppError('serve.bad_certificate', { cert: certPath, key: keyPath }, { cause })
  }
  return pair
}

function readPem(path: string, io: Io): Buffer {
  try {
    return readFileSync(resolve(io.cwd, path))
  } catch (cause) {
    throw new AppError('file.unreadable', { path, reason: '文件不存在或没有读取权限' }, { cause })
  }
}
