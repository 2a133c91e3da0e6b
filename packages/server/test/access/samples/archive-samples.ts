import type { At, RouteSample, Sample } from '../route-samples.ts'

const planner = 'supervisor'
const provider = 'department_head'

type Params = NonNullable<Sample['params']>

const catalogue = (at: At): Params => {
  const { county, catalogue: id } = at('far')
  return { county, catalogue: id }
}
const need = (at: At): Params => {
  const { county, need: id } = at()
  return { county, need: id }
}
const paper = (at: At): Params => {
  const { county, paper: id } = at()
  return { county, paper: id }
}
const particulars = {
  title: '新题名',
  kind: 'document',
  issuer: '',
  document_no: '',
  secrecy: 'internal',
  personal: 'none',
  is_redacted: false,
  box_no: '',
  keeper: '',
  note: '',
}
/** Begins as a picture does: there is nothing to read out of it. */
const picture = 'GIF89a 试验'

/** Evidence: catalogues, needs, papers and their files. */
export const archiveSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/archive/catalogues': { as: planner, make: () => ({}) },
  // Each county has its one catalogue of this pack and year already.
  'POST /api/archive/catalogues': {
    as: planner,
    expects: 409,
    make: (at) => ({ body: { county: at('far').county, pack: 'quality-balance-2017', year: 2026, title: '目录' } }),
  },
  'POST /api/archive/catalogues/:county/:catalogue/refreshing': {
    as: planner,
    make: (at) => ({ params: catalogue(at) }),
  },
  'POST /api/archive/catalogues/:county/:catalogue/closing': { as: planner, make: (at) => ({ params: catalogue(at) }) },
  'GET /api/archive/catalogues/:county/:catalogue/needs': {
    as: planner,
    make: (at) => ({ params: catalogue(at), query: { limit: 200 } }),
  },
  'GET /api/archive/catalogues/:county/:catalogue/missing': { as: planner, make: (at) => ({ params: catalogue(at) }) },
  'GET /api/archive/catalogues/:county/:catalogue/labels': { as: planner, make: (at) => ({ params: catalogue(at) }) },
  'GET /api/archive/catalogues/:county/:catalogue/bound': { as: planner, make: (at) => ({ params: catalogue(at) }) },
  'GET /api/archive/catalogues/:county/:catalogue/volume': { as: planner, make: (at) => ({ params: catalogue(at) }) },
  'GET /api/archive/catalogues/:county/:catalogue/dossier': { as: planner, make: (at) => ({ params: catalogue(at) }) },
  'GET /api/archive/indicators/:county/:pack': {
    as: planner,
    make: (at) => ({
      params: { county: at('far').county, pack: 'quality-balance-2017' },
      query: { year: 2026, indicator: ['gov_09'] },
    }),
  },
  'GET /api/archive/needs/:county/:need': { as: planner, make: (at) => ({ params: need(at) }) },
  'POST /api/archive/needs/:county/requests': {
    as: planner,
    make: (at) => {
      const { county, need: id } = at()
      return { params: { county }, body: { needs: [id], due_on: '2099-12-31', says: '' } }
    },
  },
  'POST /api/archive/requests/seen': {
    as: 'school_clerk',
    make: (at) => ({ body: { requests: [at().archiveRequest] } }),
  },
  'POST /api/archive/needs/:county/waiving': {
    as: planner,
    make: (at) => {
      const { county, need: id } = at()
      return { params: { county }, body: { needs: [id], waived: true, reason: '试验' } }
    },
  },
  'POST /api/archive/needs/:county/:need/waiving': {
    as: planner,
    make: (at) => ({ params: need(at), body: { waived: true, reason: '试验' } }),
  },
  'POST /api/archive/needs/:county/:need/papers/:paper/review': {
    as: planner,
    make: (at) => {
      const { county, need: id, paper: of } = at()
      return { params: { county, need: id, paper: of }, body: { version: 1, verdict: 'sufficient', reason: '' } }
    },
  },
  'GET /api/archive/quotas/:county': {
    as: 'system_admin',
    make: (at) => ({ params: { county: at('far').county } }),
  },
  'PUT /api/archive/quotas/:county/:unit': {
    as: 'system_admin',
    make: (at) => {
      const { county, unit } = at()
      return { params: { county, unit }, body: { megabytes: 100 } }
    },
  },
  'POST /api/archive/uploads/:county': {
    as: provider,
    make: (at) => ({
      params: { county: at('far').county },
      query: { name: '照片.gif', unit: at('near').unit, need: at('near').need, catalogue: at('far').catalogue },
      file: picture,
    }),
  },
  'GET /api/archive/papers/:county': {
    as: planner,
    make: (at) => ({ params: { county: at('far').county }, query: { limit: 200 } }),
  },
  'GET /api/archive/papers/:county/:paper': { as: planner, make: (at) => ({ params: paper(at) }) },
  'POST /api/archive/papers/:county/:paper/particulars': {
    as: provider,
    make: (at) => ({ params: paper(at), body: particulars }),
  },
  'POST /api/archive/papers/:county/:paper/withdrawal': {
    as: provider,
    make: (at) => ({ params: paper(at), body: { reason: '试验' } }),
  },
  'POST /api/archive/papers/:county/:paper/links': {
    as: provider,
    make: (at) => ({ params: paper(at), body: { needs: [at('near').need] } }),
  },
  'POST /api/archive/papers/:county/:paper/unlinking': {
    as: provider,
    make: (at) => ({ params: paper(at), body: { need: at('near').need, reason: '试验' } }),
  },
  'POST /api/archive/papers/:county/:paper/versions': {
    as: provider,
    make: (at) => ({ params: paper(at), query: { name: '照片.gif' }, file: picture }),
  },
  // This world has no files: within reach that is said, beyond it nothing is.
  'GET /api/archive/papers/:county/:paper/versions/:version/file': {
    as: planner,
    expects: 410,
    make: (at) => ({ params: { ...paper(at), version: 1 } }),
  },
  'GET /api/archive/papers/:county/:paper/versions/:version/preview': {
    as: planner,
    expects: 410,
    make: (at) => ({ params: { ...paper(at), version: 1 } }),
  },
}
