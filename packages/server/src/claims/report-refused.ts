/** Why a file is no report that can be read, with what to do: the end of the sentence 无法读取…：. */
export class ReportRefused extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ReportRefused'
  }
}

const REASONS: Readonly<Record<string, string>> = {
  encrypted_file: '文件加了密码，打不开，请去掉密码后再检查',
  broken_file: '文件已损坏或没有传完，请在原来的电脑上重新打开、另存为 .docx',
  zip_bomb: '压缩的内容不正常，像是恶意构造的文件，请向来源重新索取',
}

/** The reason in the words of a report, for a code that the reader of workbooks gives. */
export const reasonOfCode = (code: string, message: string): string => REASONS[code] ?? message
