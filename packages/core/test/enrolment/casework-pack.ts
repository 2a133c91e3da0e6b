/** A whole definition of casework, small enough to read; tests break it one place at a time. */
export const caseworkPack = `pack:
  id: small-cases
  version: 1.0.0
  title: 小个案包
  issuer: 测试
  document: 测试〔2025〕1号
  scope: 县
  since: 2020-01-01
  licence: CC0-1.0
registers: []
indicators: []
clocks:
  - id: work
    title: 劝返期限
    length: { amount: 10, unit: 自然日 }
    rest_end: 不顺延
    remind: []
    ladder: []
  - id: rest
    title: 其他期限
    length: { amount: 5, unit: 工作日 }
    rest_end: 顺延
    remind: [1]
    ladder: []
casework:
  - id: small
    title: 小个案
    start: work
    relapse: { days: 30 }
    handover: { exit: gone, to: closed }
    states:
      - { id: work, title: 劝返中, owner: 学校, clock: work }
      - { id: back, title: 稳定期, owner: 学校, clock: rest }
      - { id: review, title: 待审核, owner: 县, clock: rest }
      - { id: closed, title: 已结束, ends: true }
    steps:
      - { id: visit, title: 走访, by: [学校, 乡镇], from: [work], counts: [visits] }
      - id: return
        title: 复学
        by: [学校]
        from: [work]
        at_least: { visits: 2 }
        to: back
        proof: 复学证明
      - { id: leave_again, title: 再次离校, by: [学校], from: [back], to: work, asks: [{ id: why, title: 原因, type: 文字 }] }
      - { id: settle, title: 稳定期满, by: [学校], from: [back], to: review, after_due: true, exits: [stable] }
      - { id: move, title: 提请销案, by: [学校, 乡镇], from: [work], to: review, exits: [moved] }
      - { id: confirm, title: 同意, by: [县], from: [review], to: closed, paper: form }
      - { id: refuse, title: 退回, by: [县], from: [review], to: work }
      - { id: hold, title: 中止, by: [县], from: [work], time: 中止 }
      - { id: go_on, title: 恢复, by: [县], from: [work], time: 恢复 }
      - { id: longer, title: 延长, by: [县], from: [work, back], time: 延长 }
    exits:
      - { id: stable, title: 稳定期满, proof: 出勤记录 }
      - { id: moved, title: 转学, proof: 接收证明 }
      - { id: gone, title: 转往外县, proof: 接收证明 }
papers:
  - id: form
    title: 销案表
    number: 销案〔{年度}〕{序号}号
    by: [县]
    paragraphs:
      - 学生{学生}，{去向}。
`
