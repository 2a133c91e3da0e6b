/** Why the sink cannot be written, in a few words for the reader. */
export function sinkFaultReason(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘已满'
    case 'ENOENT':
    case 'ENOTDIR':
      return '文件或文件夹不见了'
    case 'EACCES':
    case 'EPERM':
      return '没有写入的权限'
    case 'EROFS':
      return '磁盘是只读的'
    default:
      return code === '' ? '写入没有成功' : `写入没有成功，错误代码 ${code}`
  }
}
