import { findingGrades, type QuantityChange, type ReportCheck } from '@eduduty/core/claims'

/** The findings as a list for the terminal. */
export function checkText(shown: string, { claims, findings, confirmed, against }: ReportCheck): string {
  const count = (grade: keyof typeof findingGrades) => findings.filter((one) => one.grade === grade).length
  const none = claims.length === 0 ? '没有读到数字，没有可以核对的内容。' : ''
  const found = `有误 ${count('wrong')} 处，存疑 ${count('doubtful')} 处，无法核对 ${count('uncheckable')} 处`
  const head = `${shown}：读出 ${claims.length} 个数，${confirmed} 个有别的数印证；${found}。${none}`
  const beside =
    against === undefined
      ? []
      : [
          `与评估结果核对：${against.matched} 个数找到同一项目，${against.equal} 个相等；${against.unmatched} 个在评估结果里没有，未核对。`,
        ]
  const items = findings.map(({ grade, sentence, computation, at, corrections, claims: involved }, order) => {
    const place =
      at.row === undefined ? `第 ${at.paragraph} 段` : `第 ${at.paragraph} 段表格第 ${at.row} 行第 ${at.column} 列`
    const likely = corrections.filter(({ claim }) => claim === involved[0]).slice(0, 1)
    const others = corrections.filter((one) => !likely.includes(one)).slice(0, 3)
    return [
      `${order + 1}．【${findingGrades[grade]}】${place}`,
      `　原句：${sentence.replace(/\s+/g, ' ').trim()}`,
      `　核对：${computation}`,
      ...likely.map(
        ({ from, to }) =>
          `　可能应为：${from} → ${to}${others.length > 0 ? `，或 ${others.map((one) => `${one.from} → ${one.to}`).join('，或 ')}` : ''}`,
      ),
    ].join('\n')
  })
  return `${[head, ...beside, ...items].join('\n')}\n`
}

/** What changed since another report, for the terminal. */
export function changesText(shown: string, changes: readonly QuantityChange[]): string {
  const of = (kind: QuantityChange['kind']) => changes.filter((one) => one.kind === kind)
  const lines = [
    `与 ${shown} 比较：变化 ${of('changed').length} 项，新出现 ${of('appeared').length} 项，不再出现 ${of('vanished').length} 项。`,
    ...of('changed').map(
      ({ quantity, before, after, jump }) => `　${quantity}：${before} → ${after}${jump ? '【存疑】变化超过一半' : ''}`,
    ),
    ...of('appeared').map(({ quantity, after }) => `　新出现　${quantity}：${after}`),
    ...of('vanished').map(({ quantity, before }) => `　不再出现　${quantity}：${before}`),
  ]
  return `${lines.join('\n')}\n`
}
