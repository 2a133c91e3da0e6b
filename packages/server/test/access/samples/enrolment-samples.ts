import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const school = 'school_clerk'
const county = (at: At): NonNullable<Sample['params']> => ({ county: at('far').county })
const one = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, case: target.case }
}
const handover = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, handover: target.handover }
}
const fields = [
  { field: 'visitors', text: '某某' },
  { field: 'found', text: '家中无人' },
]
const visit = { step: 'visit', says: '', fields }

/** 控辍保学. */
export const enrolmentSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/enrolment/cases/:county': { as, make: (at) => ({ params: county(at) }) },
  // A child may go to another county, which is chosen by its name.
  'GET /api/enrolment/units/:county': { as: school, names: 'counties', make: (at) => ({ params: county(at) }) },
  'GET /api/enrolment/cases/:county/:case': { as, make: (at) => ({ params: one(at) }) },
  'GET /api/enrolment/cases/:county/:case/papers/:paper': {
    as,
    make: (at) => {
      const target = at()
      return {
        params: { county: target.county, case: target.case, paper: target.casePaper },
        query: { reason: '送达监护人' },
      }
    },
  },
  'POST /api/enrolment/cases/:county/search': { as, make: (at) => ({ params: county(at), body: { limit: 200 } }) },
  'POST /api/enrolment/cases/:county/lookup': {
    as,
    make: (at) => ({ params: county(at), body: { id_number: '990101201301010017' } }),
  },
  // This world has no files: within reach that is said, beyond it nothing is.
  'GET /api/enrolment/cases/:county/:case/files/:file': {
    as,
    expects: 410,
    make: (at) => {
      const target = at()
      return { params: { county: target.county, case: target.case, file: target.caseFile } }
    },
  },
  // Nobody here has written a record with this key.
  'POST /api/enrolment/cases/:county/:case/records/:record/files': {
    as: school,
    expects: 404,
    make: (at) => ({
      params: { ...one(at), record: '0123456789abcdef' },
      query: { kind: 'photo', name: '照片.png' },
      file: 'PNG',
    }),
  },
  // Bytes that are no paper: whoever may send one is told so.
  'POST /api/enrolment/cases/:county/:case/proofs': {
    as: school,
    expects: 422,
    make: (at) => ({ params: one(at), query: { name: '证明.exe' }, file: 'MZ' }),
  },
  'GET /api/enrolment/retention/:county': { as, make: (at) => ({ params: county(at) }) },
  // One waits for an answer already, and nothing is due.
  'POST /api/enrolment/retention/:county/destructions': {
    as,
    expects: 409,
    make: (at) => ({ params: county(at), body: { reason: '保管期满' } }),
  },
  'POST /api/enrolment/retention/:county/destructions/:destruction/decision': {
    as,
    make: (at) => ({
      params: { county: at('far').county, destruction: at('far').destruction },
      body: { approves: false, says: '再核对' },
    }),
  },
  // A school tells of children of any township, a township of pupils of any school.
  'POST /api/enrolment/cases/:county': {
    as,
    make: (at) => ({
      params: county(at),
      body: { name: '某某某', groups: [], township: 'T1', school: 'S1', grounds: '连续缺勤' },
    }),
  },
  'POST /api/enrolment/cases/:county/:case/steps': { as: school, make: (at) => ({ params: one(at), body: visit }) },
  'POST /api/enrolment/cases/:county/:case/decisions': { as, make: (at) => ({ params: one(at), body: visit }) },
  // The case of this world is held by its school, and by no county.
  'POST /api/enrolment/cases/:county/:case/definition': {
    as,
    expects: 403,
    make: (at) => ({ params: one(at), body: { reason: '县里改了办法' } }),
  },
  'POST /api/enrolment/cases/:county/:case/notes': {
    as: school,
    make: (at) => ({ params: one(at), body: { says: '记一笔', is_private: false } }),
  },
  'POST /api/enrolment/cases/:county/:case/reveal': {
    as: 'school_head',
    make: (at) => ({ params: one(at), body: { data: 'name', reason: '家访' } }),
  },
  'POST /api/enrolment/cases/:county/:case/contact': {
    as: school,
    make: (at) => ({ params: one(at), body: { data: 'name', reason: '家访' } }),
  },
  'GET /api/enrolment/handovers/:county': { as, make: (at) => ({ params: county(at) }) },
  // The seeded case has been offered already.
  'POST /api/enrolment/cases/:county/:case/handovers': {
    as: school,
    expects: 409,
    make: (at) => ({ params: one(at), body: { school: 'S11', reason: '搬家' } }),
  },
  'POST /api/enrolment/handovers/:county/:handover/answer': {
    as: school,
    make: (at) => ({ params: handover(at), body: { accepts: false, says: '不在本学区' } }),
  },
  'POST /api/enrolment/handovers/:county/:handover/withdrawal': {
    as: school,
    make: (at) => ({ params: handover(at) }),
  },
}
