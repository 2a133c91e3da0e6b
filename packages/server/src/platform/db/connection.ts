/** What a statement returned. */
export interface Outcome<Row> {
  readonly rows: Row[]
  /** Rows written by INSERT, UPDATE, DELETE or MERGE; undefined for other statements. */
  readonly affected: number | undefined
}

/** A piece of COPY text; it ends at the end of a line. */
export type CopyChunk = string | Uint8Array

/** One session of the database, in the hands of one caller at a time. */
export interface Connection {
  run<Row>(statement: string, parameters: readonly unknown[]): Promise<Outcome<Row>>
  /** Runs several statements at once, without parameters. */
  script(statements: string): Promise<void>
  /** Feeds `COPY … FROM STDIN` text to a table; returns the number of rows. `target` is `"table" ("a", "b")`. */
  copyIn(target: string, chunks: AsyncIterable<CopyChunk> | Iterable<CopyChunk>): Promise<void>
  /** Yields the text of `COPY (query) TO STDOUT` in chunks. */
  copyOut(query: string): AsyncIterable<Uint8Array>
  /** Until the session is given back each statement may take so many milliseconds: for an engine that cannot stop one by itself. */
  limitTo(milliseconds: number): void
}

/** Hands out sessions. */
export interface Connections {
  acquire(): Promise<Connection>
  release(connection: Connection): Promise<void>
  close(): Promise<void>
}

/** Borrows a session for the length of `use`. */
export async function withConnection<T>(
  connections: Connections,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await connections.acquire()
  try {
    return await use(connection)
  } finally {
    await connections.release(connection)
  }
}
