import { AppError } from '../platform/errors/app-error.ts'

const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '所在磁盘是只读的',
  ENOSPC: '磁盘空间已满',
  EDQUOT: '磁盘配额已用完',
  EIO: '磁盘读写出错',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '它是文件夹，不是文件',
  ENAMETOOLONG: '名称太长',
  EMFILE: '打开的文件太多',
  ENFILE: '打开的文件太多',
  EFBIG: '文件超过了系统允许的大小（ulimit -f）',
}

/** What the system refused a command, as a refusal with the path; undefined for any other error. */
export function refuseFileError(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const reason = reasons[error.code]
  if (reason === undefined || !('path' in error) || typeof error.path !== 'string') return undefined
  // A result is written beside its place first; the person knows the place.
  const path = error.path.replace(/[/\\]\.[^/\\]*未完成.*$/, '')
  return new AppError('file.refused', { path, reason }, { cause: error })
}
