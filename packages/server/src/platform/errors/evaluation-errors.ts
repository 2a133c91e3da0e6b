import type { ErrorEntry } from './error-entry.ts'

/** Evaluating, from a folder and from what was collected. */
export const evaluationErrors = {
  'assess.no_data': {
    status: 400,
    exit: 2,
    says: '{folder} 中没有认出任何可用的数据{why}。',
    advice: '请检查文件夹是否正确；表头与模板不同的，请用 --map 给出对照文件。',
  },
  'assess.out_taken': {
    status: 409,
    exit: 2,
    says: '{folder} 里已有别的文件，不会覆盖。',
    advice: '请用 --out 指定一个空的或以前由本命令写出的文件夹。',
  },
  'assess.out_inside': {
    status: 400,
    exit: 2,
    says: '结果文件夹不能放在所读的文件夹里面，否则下次会把结果当作数据。',
    advice: '请用 --out 指定另一个文件夹。',
  },
  'evaluation.run_not_found': {
    status: 404,
    exit: 2,
    says: '没有这次评估。',
    advice: '请从评估列表里另选一次；在命令行上请先运行 eduduty assess，标识写 latest 就是最近一次。',
  },
  'evaluation.run_outdated': {
    status: 409,
    exit: 2,
    says: '这次评估所用的数据后来又有变化，已不能按原样重算。',
    advice: '请对上报期重新评估，再用新的结果；评议要以新的评估另行开展。',
  },
  'evaluation.nothing_frozen': {
    status: 409,
    exit: 2,
    says: '“{period}”还没有冻结的{year}年数据，不能作正式评估。',
    advice: '请先审核并冻结；要看现有数据的结果，请作预览评估。',
  },
  'evaluation.nothing_collected': {
    status: 409,
    exit: 2,
    says: '“{period}”还没有{year}年的数据，不能评估。',
    advice: '请先填报或上传数据。',
  },
  'evaluation.scenario_not_found': {
    status: 404,
    exit: 2,
    says: '没有找到这个测算方案。',
    advice: '它可能已被删除，请刷新页面。',
  },
  'evaluation.scenario_title_taken': {
    status: 409,
    exit: 2,
    says: '已经有名为“{title}”的测算方案。',
    advice: '请换一个名称。',
  },
  'evaluation.scenario_of_another': {
    status: 403,
    exit: 2,
    says: '这个测算方案由{name}保存，只有本人可以改和删。',
    advice: '可以载入后另存为自己的方案。',
  },
  'evaluation.figure_not_found': {
    status: 404,
    exit: 2,
    says: '这次评估中没有数字 {figure}。',
    advice: '请从指标树或学校表中点开数字。',
  },
  'evaluation.cell_not_found': {
    status: 404,
    exit: 2,
    says: '没有保存 {file} 中“{sheet}”表 {cell} 周围的内容。',
    advice: '请直接打开原文件查看。',
  },
  'evaluation.document_not_found': {
    status: 404,
    exit: 2,
    says: '这次评估没有文件 {name}。',
    advice: '请从文件列表中选择。',
  },
  'evaluation.year_not_found': {
    status: 404,
    exit: 2,
    says: '这次评估没有{year}年的数据。',
    advice: '请选择列出的年度，或另一次评估。',
  },
  'evaluation.comment_blank': {
    status: 400,
    exit: 2,
    says: '批注没有内容。',
    advice: '请写下要说的话（500 字以内）。',
  },
  'evaluation.comment_not_found': { status: 404, exit: 2, says: '没有这条批注。', advice: '请刷新页面后再看。' },
  'evaluation.comment_not_yours': {
    status: 403,
    exit: 2,
    says: '只能撤回自己写的批注。',
    advice: '有不同意见的，请另写一条批注。',
  },
  'evaluation.comment_retracted': { status: 409, exit: 2, says: '这条批注已经撤回。', advice: '请刷新页面。' },
  'evaluation.price_whole_county': {
    status: 403,
    exit: 2,
    says: '单价是全县用的，只有负责全县的岗位可以录入。',
    advice: '请由县督导办录入。',
  },
  'evaluation.price_unknown': {
    status: 404,
    exit: 2,
    says: '这次评估的差距里没有“{of}”（{unit}）。',
    advice: '请刷新单价表，按表里列出的名称和计量单位录入。',
  },
  'evaluation.price_zero': {
    status: 400,
    exit: 2,
    says: '“{of}”的单价是 0 元。',
    advice: '请写大于 0 的数；不用这一单价的，点“撤下”。',
  },
  'evaluation.price_none': { status: 409, exit: 2, says: '“{of}”没有在用的单价，不用撤下。', advice: '请刷新单价表。' },
} as const satisfies Record<string, ErrorEntry>
