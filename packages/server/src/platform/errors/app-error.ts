import { type ErrorCode, errorTable } from './error-table.ts'

export type ErrorParams = Readonly<Record<string, string | number>>

/** A refused request or command. The message is Chinese and safe to show: no path of the server, SQL or stack. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(sentence(errorTable[code].says, params), options)
    this.code = code
    this.params = params
  }

  get status(): number {
    return errorTable[this.code].status
  }

  get exit(): number {
    return errorTable[this.code].exit
  }

  get advice(): string {
    return sentence(errorTable[this.code].advice, this.params)
  }
}

function sentence(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '未知'))
}
