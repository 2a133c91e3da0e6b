import type { Command } from './command.ts'

export function programHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return [
    '履教通（EduDuty）：读入学校和部门的工作簿，按有据可查的标准评估，每个数字都能追到单元格。',
    '',
    '用法：eduduty 命令 [参数]',
    '',
    ...lines,
    '',
    '  eduduty 命令 --help   查看一个命令的用法',
    '  eduduty --version     查看版本',
    '',
    '退出码：0 完成；1 完成，但所查的内容有错；2 用法不对或读不了输入；3 数据库来自更新的版本；70 程序出错',
    '',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  const lines = command.usage.map((line) => (line.startsWith(' ') ? `  ${line}` : `  eduduty ${line}`))
  return [command.summary, '', '用法：', ...lines, ''].join('\n')
}
