import type { Finding } from '@eduduty/core/collection'

/** Why a file cannot be read at all. The file's name is added by the caller. */
export class FileRefused extends Error {
  readonly finding: Finding
  constructor(code: string, message: string, advice: string) {
    super(message)
    this.name = 'FileRefused'
    this.finding = { level: 'error', code, message, advice }
  }
}
