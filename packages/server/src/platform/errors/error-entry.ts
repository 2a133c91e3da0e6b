/** One refused request: HTTP status, exit code of the command line, what is wrong and what to do next. */
export interface ErrorEntry {
  readonly status: number
  readonly exit: number
  /** Chinese; `{name}` is replaced by the parameter. */
  readonly says: string
  readonly advice: string
}
