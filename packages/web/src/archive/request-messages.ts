/** Words of 催交: asking units for what is missing, and what the asked see. */
export const requestMessages = {
  title: '催交',
  hint: (needs: number, units: number) => `催交 ${needs} 项材料，将告知 ${units} 个单位，每个单位只告知一次。`,
  leftOut: (n: number) => (n === 0 ? '' : `另外选的 ${n} 项是齐全、待审、不需要或不适用的，不催。`),
  some: (n: number) => `催交（${n} 项）`,
  nothing: '选的材料都是齐全、待审、不需要或不适用的，没有要催交的',
  ok: '发出催交',
  due: '提交期限',
  dueRule: '请选日期',
  says: '要说的话（可以不写）',
  open: (n: number) => `${n} 条催交`,
  by: (who: string, when: string) => `${who} ${when}`,
  sure: '确认发出催交',
  sureOk: '确认发出',
  sureHint: (due: string) => `请下列单位在 ${due} 前交：`,
  toUnit: (unit: string, n: number) => `${unit}（${n} 项）`,
  recipients: (n: number) => `发给 ${n} 个单位：`,
  met: (needs: number, waiting: number) =>
    waiting === 0 ? `${needs} 项都已办好，不用再交。` : `${needs} 项都已交，其中 ${waiting} 项待审，不用再交。`,
  left: (needs: number, left: number, waiting: number) =>
    `催交 ${needs} 项，到现在还差 ${left} 项${waiting === 0 ? '' : `，另有 ${waiting} 项已交待审`}：`,
  leftOne: (no: string, title: string, state: string) => `${no}《${title}》（${state}）`,
  seen: '知道了',
  done: (units: number, needs: number) => `已向 ${units} 个单位催交 ${needs} 项`,
  leftBelow: (needs: number, left: number, waiting: number) =>
    `催交 ${needs} 项，到现在还差 ${left} 项${waiting === 0 ? '' : `，另有 ${waiting} 项已交待审`}，在下面列出。`,
  asked: (due: string, words: string) => `请在 ${due} 前交齐。${words}`,
} as const
