/** What the engine said when it refused a statement; the same fields from both engines. */
export interface SqlFault {
  readonly sqlstate: string
  readonly message: string
  readonly detail?: string
  readonly constraint?: string
  readonly table?: string
}

/** A statement refused by the database. For the log only: never shown to a reader as it is. */
export class SqlError extends Error {
  override readonly name = 'SqlError'
  readonly sqlstate: string
  /** Private: `detail` quotes values of the row, which must not reach a log. */
  readonly #fault: SqlFault

  constructor(fault: SqlFault, statement: string) {
    super(`${fault.message} [${fault.sqlstate}] in: ${statement.slice(0, 300)}`)
    this.sqlstate = fault.sqlstate
    this.#fault = fault
  }

  get fault(): SqlFault {
    return this.#fault
  }
}

/** Reads the fields that both engines put on their error objects; undefined when it is no database error. */
function parseSqlFault(error: unknown): SqlFault | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  if (!/^[0-9A-Z]{5}$/.test(error.code)) return undefined
  const detail = textField(error, 'detail')
  const constraint = textField(error, 'constraint')
  const table = textField(error, 'table')
  return {
    sqlstate: error.code,
    message: error.message,
    ...(detail !== undefined && { detail }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
  }
}

function textField(error: object, name: string): string | undefined {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

/** Awaits a statement; what the engine threw becomes an SqlError. */
export async function refusing<T>(statement: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const fault = parseSqlFault(error)
    throw fault === undefined ? error : new SqlError(fault, statement)
  }
}
