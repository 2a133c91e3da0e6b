import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'leader'
const run = (at: At): NonNullable<Sample['params']> => ({ run: at().run })

const scenario = { title: '方案', note: '', assumptions: [{ kind: 'figure', figure: 'nothing@county', text: '1' }] }

const decision: RouteSample = {
  as: 'supervisor',
  expects: 404,
  make: (at) => ({ params: { county: at('far').county, delivery: 'none' }, body: { reason: '数据有误' } }),
}

export const evaluationSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/evaluation/own': { as: 'school_head', make: () => ({}) },
  'GET /api/evaluation/own/:run': { as: 'school_head', make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/own/:run/figures/:figure': {
    as: 'school_head',
    make: (at) => ({ params: { ...run(at), figure: 'figure@county' } }),
  },
  'GET /api/evaluation/own/:run/figures/:figure/chain': {
    as: 'school_head',
    make: (at) => ({ params: { ...run(at), figure: 'figure@county' } }),
  },
  'GET /api/evaluation/own/:run/excerpt': {
    as: 'school_head',
    expects: 404,
    make: (at) => ({ params: run(at), query: { file: '图书.csv', sheet: '图书', cell: 'A1' } }),
  },
  'GET /api/evaluation/runs': { as, make: () => ({}) },
  'GET /api/evaluation/runs/:run': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/runs/:run/history': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/runs/:run/figures': {
    as,
    make: (at) => ({ params: run(at), query: { subject: ['甲', at().unit] } }),
  },
  'GET /api/evaluation/runs/:run/figures/:figure': {
    as,
    make: (at) => ({ params: { ...run(at), figure: 'figure@county' } }),
  },
  'GET /api/evaluation/runs/:run/figures/:figure/chain': {
    as,
    make: (at) => ({ params: { ...run(at), figure: 'figure@county' } }),
  },
  'GET /api/evaluation/runs/:run/excerpt': {
    as,
    expects: 404,
    make: (at) => ({ params: run(at), query: { file: '图书.csv', sheet: '图书', cell: 'A1' } }),
  },
  'GET /api/evaluation/runs/:run/documents': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/runs/:run/documents/:name': {
    as,
    make: (at) => ({ params: { ...run(at), name: 'document.txt' } }),
  },
  'GET /api/evaluation/counties': { as, make: () => ({}) },
  'GET /api/evaluation/deliveries': { as, make: (at) => ({ query: { county: at('far').county } }) },
  'POST /api/evaluation/deliveries/:county': {
    as: 'supervisor',
    expects: 204,
    make: (at) => ({ params: { county: at('far').county }, body: { run: at().run, reason: '请审阅' } }),
  },
  'POST /api/evaluation/deliveries/:county/:delivery/withdrawal': decision,
  'POST /api/evaluation/deliveries/:county/:delivery/confirmation': decision,
  'POST /api/evaluation/deliveries/:county/:delivery/return': decision,
  'GET /api/evaluation/gathering': {
    as: 'superior_supervisor',
    expects: 404,
    make: (at) => ({ query: { area: at('far').county } }),
  },
  'POST /api/evaluation/gathering/:county': {
    as: 'superior_supervisor',
    expects: 404,
    make: (at) => ({ params: { county: at('far').county }, body: { pack: 'city-duty', year: 2025, kind: 'official' } }),
  },
  'GET /api/evaluation/runs/:run/turns': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/runs/:run/deadlines': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/runs/:run/trend': {
    as,
    expects: 404,
    make: (at) => ({ params: run(at), query: { figure: 'figure@county' } }),
  },
  'GET /api/evaluation/runs/:run/comparison': {
    as,
    make: (at) => ({ params: run(at), query: { with: at().run } }),
  },
  'GET /api/evaluation/runs/:run/ranking': {
    as,
    make: (at) => ({ params: run(at), query: { node: at().unit, by: '所属乡镇' } }),
  },
  'GET /api/evaluation/runs/:run/lights': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/evaluation/runs/:run/comments': {
    as,
    make: (at) => ({ params: run(at), query: { node: at().unit } }),
  },
  'POST /api/evaluation/runs/:run/comments': {
    as,
    expects: 404,
    make: (at) => ({ params: run(at), body: { node: at().unit, text: '请核实' } }),
  },
  'POST /api/evaluation/runs/:run/comments/:comment/retraction': {
    as,
    expects: 403,
    make: (at) => ({ params: { ...run(at), comment: at().comment } }),
  },
  'GET /api/evaluation/runs/:run/prices': { as, make: (at) => ({ params: run(at) }) },
  'POST /api/evaluation/runs/:run/prices': {
    as: 'supervisor',
    expects: 404,
    make: (at) => ({
      params: run(at),
      body: { of: '图书', unit: '册', yuan: '20', per: 'once', source: '招标价', since: '2026-01-01' },
    }),
  },
  'GET /api/evaluation/runs/:run/what-if/inputs': {
    as,
    expects: 404,
    make: (at) => ({ params: run(at), query: { figure: 'nothing@county' } }),
  },
  'GET /api/evaluation/runs/:run/what-if/needed': {
    as,
    make: (at) => ({ params: run(at), query: { indicator: 'nothing' } }),
  },
  'POST /api/evaluation/runs/:run/what-if': { as, make: (at) => ({ params: run(at), body: { assumptions: [] } }) },
  'GET /api/evaluation/runs/:run/scenarios': { as, make: (at) => ({ params: run(at) }) },
  'POST /api/evaluation/runs/:run/scenarios': { as, make: (at) => ({ params: run(at), body: scenario }) },
  'GET /api/evaluation/runs/:run/scenarios/compared': {
    as,
    expects: 404,
    make: (at) => ({ params: run(at), query: { scenario: ['none'] } }),
  },
  'PUT /api/evaluation/runs/:run/scenarios/:scenario': {
    as,
    expects: 404,
    make: (at) => ({ params: { ...run(at), scenario: 'none' }, body: scenario }),
  },
  'DELETE /api/evaluation/runs/:run/scenarios/:scenario': {
    as,
    expects: 404,
    make: (at) => ({ params: { ...run(at), scenario: 'none' } }),
  },
}
