import type { ReportCheck } from '@eduduty/core/claims'

const GRADES = { wrong: '有误', doubtful: '存疑', uncheckable: '无法核对' } as const

/** The findings as a list for the terminal. */
export function checkText(shown: string, { claims, findings, confirmed }: ReportCheck): string {
  const count = (grade: keyof typeof GRADES) => findings.filter((one) => one.grade === grade).length
  const head = `${shown}：读出 ${claims.length} 个数，${confirmed} 个有别的数印证；有误 ${count('wrong')} 处，存疑 ${count('doubtful')} 处，无法核对 ${count('uncheckable')} 处。`
  const items = findings.map(({ grade, sentence, computation, at, corrections, claims: involved }, order) => {
    const place =
      at.row === undefined ? `第 ${at.paragraph} 段` : `第 ${at.paragraph} 段表格第 ${at.row} 行第 ${at.column} 列`
    const likely = corrections.filter(({ claim }) => claim === involved[0]).slice(0, 1)
    const others = corrections.filter((one) => !likely.includes(one)).slice(0, 3)
    return [
      `${order + 1}．【${GRADES[grade]}】${place}`,
      `　原句：${sentence.replace(/\s+/g, ' ').trim()}`,
      `　核对：${computation}`,
      ...likely.map(
        ({ from, to }) =>
          `　可能应为：${from} → ${to}${others.length > 0 ? `，或 ${others.map((one) => `${one.from} → ${one.to}`).join('，或 ')}` : ''}`,
      ),
    ].join('\n')
  })
  return `${[head, ...items].join('\n')}\n`
}
