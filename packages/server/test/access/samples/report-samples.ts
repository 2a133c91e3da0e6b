import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'leader'
const writer = 'supervisor'
const run = (at: At): NonNullable<Sample['params']> => ({ run: at().run })
/** No Word file: what is asked is whether the run is reached at all. */
const file = '不是文档'

export const reportSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/reports/runs/:run/templates': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/reports/runs/:run/template-names': { as, make: (at) => ({ params: run(at) }) },
  'GET /api/reports/runs/:run/templates/:template/versions/:version': {
    as,
    make: (at) => ({ params: { ...run(at), template: at().run, version: 1 } }),
  },
  'GET /api/reports/runs/:run/templates/:template/filled': {
    as,
    expects: 400,
    make: (at) => ({ params: { ...run(at), template: at().run } }),
  },
  'GET /api/reports/runs/:run/briefing': { as, make: (at) => ({ params: run(at) }) },
  // The pack of this world's runs is not installed: within reach that is said, beyond it nothing is.
  'POST /api/reports/runs/:run/slides': {
    as,
    expects: 404,
    make: (at) => ({ params: run(at), body: { pictures: [] } }),
  },
  'POST /api/reports/runs/:run/templates': {
    as: writer,
    expects: 400,
    make: (at) => ({ params: run(at), query: { title: '汇报', name: '汇报.docx' }, file }),
  },
  'POST /api/reports/runs/:run/templates/:template/versions': {
    as: writer,
    expects: 400,
    make: (at) => ({ params: { ...run(at), template: at().run }, query: { name: '汇报.docx', after: 1 }, file }),
  },
  'POST /api/reports/runs/:run/templates/:template/retirement': {
    as: writer,
    make: (at) => ({ params: { ...run(at), template: at().run } }),
  },
  'POST /api/reports/runs/:run/template-check': {
    as: writer,
    expects: 400,
    make: (at) => ({ params: run(at), query: { name: '汇报.docx' }, file }),
  },
  'POST /api/reports/runs/:run/template-check/marked': {
    as: writer,
    expects: 400,
    make: (at) => ({ params: run(at), query: { name: '汇报.docx' }, file }),
  },
  'POST /api/reports/runs/:run/template-check/filled': {
    as: writer,
    expects: 400,
    make: (at) => ({ params: run(at), query: { name: '汇报.docx' }, file }),
  },
}
