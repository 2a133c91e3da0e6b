// A county of any size with any number of indicators, the same every time: for benches of the evaluation.
const COLUMNS = 60
const basis = { document: 'bench' }
const verified = { grade: 'A' }
const county = { code: '990101', name: '云岭县' }
const numbers = Array.from({ length: COLUMNS }, (_, index) => index)

/** Pack, rows and what a hand-written query has to know: which columns each indicator divides, and its line. */
export function benchCounty(schools, count) {
  const indicators = Array.from({ length: count }, (_, index) => ({
    top: index % COLUMNS,
    bottom: (index * 7 + 11) % COLUMNS,
    line: 20 + (index % 60),
  }))
  const codes = Array.from({ length: schools }, (_, index) => String(1000000000 + index))
  return { pack: packOf(indicators), rows: rowsOf(codes), county, codes, indicators, numbers }
}

function packOf(indicators) {
  return {
    pack: {
      id: 'bench',
      version: '1.0.0',
      title: '基准',
      issuer: '-',
      document: '-',
      scope: '-',
      since: '2020-01-01',
      licence: 'CC0',
    },
    dimensions: [{ id: 'school', title: '学校代码', kind: 'unit' }],
    grains: [{ id: 'school', title: '学校', dimensions: ['school'], from: 'roster', label: 'name' }],
    registers: [
      {
        id: 'roster',
        title: '名册',
        row_is: '一所学校',
        period: '学年',
        reporter: '县',
        columns: [
          { id: 'code', title: '代码', type: 'text', dimension: 'school' },
          { id: 'name', title: '校名', type: 'text' },
        ],
      },
      {
        id: 'form',
        title: '表',
        row_is: '一所学校',
        period: '学年',
        reporter: '学校',
        columns: [
          { id: 'code', title: '代码', type: 'text', dimension: 'school' },
          ...numbers.map((n) => ({ id: `c${n}`, title: `栏${n}`, type: 'integer', min: '0' })),
        ],
      },
    ],
    parameters: indicators.map((item, index) => ({
      id: `line${index}`,
      title: `线${index}`,
      values: [{ value: String(item.line), since: '2020-01-01', basis, verified }],
    })),
    elements: numbers.map((n) => ({ id: `total${n}`, title: `总${n}`, grain: 'county', formula: `合计(表.栏${n})` })),
    indicators: indicators.map((item, index) => ({
      id: `i${index}`,
      title: `项${index}`,
      grain: 'school',
      formula: `表.栏${item.top} ÷ 表.栏${item.bottom} × 100`,
      standard: `≥ 参数.线${index}`,
      missing: '待定',
      zero_denominator: '不适用',
      basis,
      verified,
    })),
    sections: [{ id: 'all', title: '全部', items: indicators.map((_, index) => `i${index}`) }],
    verdict: { title: '结论', formula: '全部', met: '是', unmet: '否' },
  }
}

function rowsOf(codes) {
  let seed = 1
  const random = (below) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const place = (register, row) => ({ file: 'bench', sheet: register, row, cellOf: () => undefined })
  return [
    ...codes.map((code, at) => ({
      register: 'roster',
      year: 2025,
      values: { code, name: `学校${at}` },
      source: place('roster', at),
    })),
    ...codes.map((code, at) => ({
      register: 'form',
      year: 2025,
      values: Object.fromEntries([['code', code], ...numbers.map((n) => [`c${n}`, String(100 + random(900))])]),
      source: place('form', at),
    })),
  ]
}
