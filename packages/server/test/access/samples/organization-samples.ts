import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const effect = { effective_on: '2026-11-20', reason: '试验文件' }
const one = (at: At): NonNullable<Sample['params']> => {
  const { county, unit } = at()
  return { county, unit }
}
const post = (at: At): NonNullable<Sample['params']> => {
  const place = at()
  return { county: place.county, post: place.post }
}
const list = (parent: string): string => ['单位名称,单位类别,上级单位', `新学校,学校,${parent}`, ''].join('\n')

/** One unit at home, and after it many of which one may be foreign. */
function many(at: At): readonly string[] {
  const foreign = at('near').unit
  return [...Array.from({ length: 20 }, (_, index) => `S${300 + index}`), foreign]
}

export const organizationSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/organizations/tree': { as, make: (at) => ({ query: { county: at('far').county } }) },
  'GET /api/organizations/search': { as, make: (at) => ({ query: { text: at().unitName, limit: 100 } }) },
  'GET /api/organizations/units/:county/:unit': { as, make: (at) => ({ params: one(at) }) },
  'POST /api/organizations/units': {
    as,
    make: (at) => {
      const { county, township } = at()
      return { body: { county, kind: 'school', name: '新学校', parent_id: township, opened_on: '2026-11-20' } }
    },
  },
  'POST /api/organizations/units/:county/:unit/rename': {
    as,
    make: (at) => ({ params: one(at), body: { name: '更名学校', ...effect } }),
  },
  'POST /api/organizations/units/:county/:unit/move': {
    as,
    expects: 409,
    make: (at) => ({ params: one(at), body: { parent_id: at('near').township, ...effect } }),
  },
  'POST /api/organizations/units/:county/:unit/close': { as, make: (at) => ({ params: one(at), body: effect }) },
  'POST /api/organizations/units/:county/:unit/merge': {
    as,
    expects: 404,
    make: (at) => ({ params: one(at), body: { from: many(at), ...effect } }),
  },
  'POST /api/organizations/units/:county/:unit/split': {
    as,
    expects: 400,
    make: (at) => ({ params: one(at), body: { into: [{ name: '分校', members: many(at) }], stays: true, ...effect } }),
  },
  'GET /api/organizations/units/export': { as, make: (at) => ({ query: { format: 'csv', county: at('far').county } }) },
  'POST /api/organizations/units/import': {
    as,
    make: (at) => ({ query: { name: '名册.csv', county: at('far').county }, file: list(at('near').unitName) }),
  },
  'POST /api/organizations/units/import/marked': {
    as,
    make: (at) => ({ query: { name: '名册.csv', county: at('far').county }, file: list(at('near').unitName) }),
  },
  'GET /api/organizations/areas': { as, make: () => ({}) },
  'GET /api/organizations/areas/export': { as, make: () => ({ query: { format: 'csv' } }) },
  'POST /api/organizations/areas/import': {
    as,
    make: () => ({ query: { name: '区划.csv' }, file: '区划代码,区划名称\n980101,试验县\n' }),
  },
  'POST /api/organizations/areas/import/marked': {
    as,
    make: () => ({ query: { name: '区划.csv' }, file: '区划代码,区划名称\n980101,试验县\n' }),
  },
  'POST /api/organizations/posts': {
    as,
    make: (at) => {
      const { county, unit } = at()
      return { body: { county, unit_id: unit, title: '新岗位' } }
    },
  },
  'POST /api/organizations/posts/:county/:post/rename': {
    as,
    make: (at) => ({ params: post(at), body: { title: '更名岗位' } }),
  },
  'POST /api/organizations/posts/:county/:post/close': {
    as,
    make: (at) => ({ params: post(at), body: { reason: '试验原因' } }),
  },
}
