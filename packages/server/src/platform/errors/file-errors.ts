import type { ErrorEntry } from './error-entry.ts'

/** Refusals of files that the command line reads or writes. */
export const fileErrors = {
  'report.unreadable': {
    status: 400,
    exit: 2,
    says: '无法读取报告 {path}：{reason}。',
    advice: '能检查的是 .docx 文档、文本文件和网页。',
  },
  'file.unreadable': { status: 400, exit: 2, says: '无法读取 {path}：{reason}', advice: '请检查路径和权限后重试。' },
  'file.refused': {
    status: 400,
    exit: 2,
    says: '无法读写 {path}：{reason}',
    advice: '请换一个可以读写的位置，或请管理这台机器的人处理后重试。',
  },
  'files.too_large': {
    status: 413,
    exit: 2,
    says: '文件超过 {megabytes} MB。',
    advice: '请压缩图片、拆成几个文件，或另存为较小的 PDF 后再上传。',
  },
  'files.no_space': {
    status: 507,
    exit: 2,
    says: '服务器的磁盘空间不够，文件没有收下。',
    advice: '请系统管理员腾出磁盘空间，然后再上传。',
  },
} satisfies Record<string, ErrorEntry>
