import { effectMessages } from './messages.ts'

/** One column of one row of a table, told by its number: `一票否决事项表.是否发生[事项编号 = “否决1”]`. */
const oneCell = /^([^.[\]（）()]+)\.([^.[\]（）()]+)\[[^[\]]+ = [^[\]]+\]$/

/** When an effect strikes, in words where its rule only looks up its own row, else as the formula says it. */
export function ruleWords(rule: string, title: string): string {
  const [, register, column] = oneCell.exec(rule) ?? []
  return register === undefined || column === undefined ? rule : effectMessages.ruleOfCell(register, title, column)
}
