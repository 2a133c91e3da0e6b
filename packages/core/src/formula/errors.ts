/** Every mistake that a formula can hold: code → Chinese sentence. {name} marks are filled in. */
export const PROBLEMS = {
  // reading
  empty_formula: '公式是空的，请写出一个表达式',
  too_long: '公式有 {count} 个字符，超过 {limit} 个的上限，请拆成几个指标',
  too_many_nodes: '公式超过 {limit} 个组成部分，请拆成几个指标',
  too_deep: '括号或函数嵌套超过 {limit} 层，请拆成几个指标',
  unknown_character: '不认识的字符“{text}”，请删去或改成运算符号',
  unclosed_text: '文字缺少收尾的引号，请在末尾补上引号',
  unclosed_name: '名称缺少收尾的“」”，请补上',
  empty_name: '「」里没有名称，请写出名称',
  bad_number: '“{text}”不是合格的数字，请只留一个小数点，不写千分位',
  number_too_long: '数字有 {count} 位，超过 {limit} 位的上限',
  bad_date: '“{text}”不是存在的日期，请写成 2026-09-01 这样',
  unknown_unit: '不认识的单位“{text}”',
  unclosed_parenthesis: '缺少右括号“）”，与这里的左括号配对',
  unclosed_bracket: '缺少右方括号“]”，与这里的左方括号配对',
  unexpected_closing: '多出一个“{text}”，没有与它配对的左括号',
  missing_operand: '“{text}”后面缺少运算对象',
  expected_expression: '这里应当是名称、数字或括号，却是“{text}”',
  unexpected_token: '“{text}”不应出现在这里，前面可能缺少运算符',
  chained_comparison: '比较不能连写，请用“且”连接，例如 a ≤ b 且 b ≤ c',
  single_equals_needed: '相等只写一个“=”',
  logic_symbol: '“{text}”请写成“{word}”',
  power_not_allowed: '没有乘方运算，请写成连乘',
  case_without_else: '“情形”缺少“否则”，请写出其他情况的结果',
  case_without_branch: '“情形”后面至少要有一条“条件 → 结果；”',
  case_without_arrow: '“情形”的条件后面缺少“→”',
  case_without_separator: '“情形”的一条结果后面缺少“；”',
  missing_comma: '参数之间缺少逗号“，”',
  empty_argument: '逗号之间缺少参数',
  missing_name_after_dot: '“.”后面缺少名称',
  keyword_as_name: '“{text}”是保留词，作名称时请写成「{text}」',
  empty_qualifier: '方括号里没有条件，请写条件或去掉方括号',
  empty_list: '列表里没有内容，请写成（“小学”，“初中”）这样',
  // names
  unknown_name: '没有名为“{name}”的要素、指标或参数',
  unknown_rowset: '没有名为“{name}”的台账或分组',
  unknown_column: '“{rowset}”没有“{name}”这一栏',
  unknown_function: '没有名为“{name}”的函数',
  function_without_parentheses: '“{name}”是函数，后面要写括号和参数',
  rowset_as_value: '“{name}”是一组记录，不能直接当作数值，请用 合计、计数 等函数',
  column_outside_aggregate: '“{name}”每个单位有多行，请放进 合计、平均 等函数，或加只选出一行的条件',
  wrong_arity: '“{name}”要 {expected} 个参数，这里有 {count} 个',
  filter_on_value: '“{name}”不是一组记录，后面不能加筛选条件',
  filter_in_row: '行内的栏目后面不能再加筛选条件，请把条件写在函数的第一个参数里',
  filters_differ: '一个汇总里几处方括号的条件要一致，请改成同样的条件，或只写在第一个参数里',
  mixed_rowsets: '一个汇总里只能用一组记录，这里同时用了“{first}”和“{second}”',
  nested_aggregate: '汇总的条件和内容里不能再汇总，请先把里面的汇总定义成要素',
  aggregate_not_allowed: '这里不允许汇总函数“{name}”',
  aggregate_needs_rows: '“{name}”的第一个参数要是一组记录，例如 {example}',
  duplicate_qualifier: '“{text}”写了两次',
  circular_applicability: '栏目“{name}”的适用条件绕回了它自己',
  // types, units, policies
  type_mismatch: '“{name}”需要的是{expected}，这里是{actual}',
  operand_type: '“{op}”两边要是{expected}，这里是{actual}',
  compare_types: '{left}不能与{right}比较',
  text_order: '文字只能用 =、≠、属于 比较，不能比大小',
  unknown_code: '代码表“{list}”里没有“{name}”',
  unordered_codes: '代码表“{list}”没有高低之分，不能比大小',
  membership_needs_list: '“属于”右边要是列表，例如（“小学”，“初中”）',
  list_not_allowed: '列表只能写在“属于”的右边',
  mixed_list: '列表里的各项要是同一类',
  condition_not_truth: '条件的结果要是是非，这里是{actual}',
  branch_types: '各种情形的结果要是同一类，这里有{left}和{right}',
  unit_mismatch: '单位不一致：{left}与{right}不能{verb}',
  unit_scale_ambiguous: '已手工换算单位，与“{right}”对不上，请去掉乘除 10 的换算，或写明单位',
  date_arithmetic: '日期只能与日期相减，或加减天数',
  result_type: '公式的结果要是{expected}，这里是{actual}',
  result_unit: '公式算出的单位是{actual}，与声明的“{expected}”不符',
  missing_zero_policy: '公式里有除法，请声明分母为零时的处理：不适用，或 错误',
  constant_zero_division: '除数是零',
  reason_required: '“首个已知”的最后一个参数要是写明理由的文字',
  literal_required: '“{name}”的第 {position} 个参数要直接写出{expected}',
  digits_out_of_range: '小数位数要在 {low} 到 {high} 之间',
  unknown_unit_declared: '声明的单位“{text}”写法不对',
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** Why a result is 错误, 未报 or 不适用: code → Chinese sentence. */
export const CAUSES = {
  missing_cell: '{column}未填报',
  missing_row: '{rowset}没有对应的行',
  missing_value: '{name}未报',
  missing_aggregate: '{rowset}有 {count} 行未填全',
  not_applicable_rows: '{rowset}没有适用的行，不可计算',
  division_by_zero: '分母为零',
  not_computable: '不可计算：{reason}',
  more_than_one_row: '{rowset}选出了 {count} 行，应只有一行',
  no_calendar: '没有{year}年的工作日历，请先导入',
  qualifier_unavailable: '此处没有{qualifier}的数据',
  out_of_range: '{name}的参数超出范围',
  number_too_large: '计算中的数字过长，请检查填报的数',
  wrong_content: '{name}的内容应是{expected}',
  default_used: '{name}未报，按约定取后一项：{reason}',
  all_missing: '各项都未报',
} as const

export type CauseCode = keyof typeof CAUSES

export type Details = Readonly<Record<string, string | number>>

/** Fills the {marks} of a catalogued sentence. */
export function fillIn(template: string, details: Details): string {
  return template.replace(/\{(\w+)\}/g, (mark, name: string) => String(details[name] ?? mark))
}
