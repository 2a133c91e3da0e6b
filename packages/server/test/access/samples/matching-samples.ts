import type { At, RouteSample, Sample } from '../route-samples.ts'

const as = 'supervisor'
const county = (at: At): NonNullable<Sample['params']> => ({ county: at('far').county })
const proposal = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, proposal: target.matchProposal }
}
const finding = (at: At): NonNullable<Sample['params']> => {
  const target = at()
  return { county: target.county, finding: target.matchFinding }
}

/** 名册比对. The world has no pack that says what is compared: whoever may ask is told so. */
export const matchingSamples: Readonly<Record<string, RouteSample>> = {
  'GET /api/enrolment/matching/:county': { as, expects: 409, make: (at) => ({ params: county(at) }) },
  'POST /api/enrolment/matching/:county/runs': {
    as,
    expects: 409,
    make: (at) => ({ params: county(at), body: { year: 2025 } }),
  },
  'GET /api/enrolment/matching/:county/proposals': { as, make: (at) => ({ params: county(at) }) },
  'POST /api/enrolment/matching/:county/proposals/:proposal': {
    as,
    make: (at) => ({ params: proposal(at), body: { answer: 'different', why: '试验' } }),
  },
  'GET /api/enrolment/matching/:county/findings': { as: 'school_clerk', make: (at) => ({ params: county(at) }) },
  'POST /api/enrolment/matching/:county/findings/:finding': {
    as: 'school_clerk',
    make: (at) => ({ params: finding(at), body: { answer: 'excluded', why: '试验', proof: '在读证明' } }),
  },
  // Whoever asks here reaches the county: the list is for a township or a school, each for itself.
  'GET /api/enrolment/matching/:county/door-list': {
    as: 'school_clerk',
    expects: 403,
    make: (at) => ({ params: county(at) }),
  },
  // Nobody takes the list of a whole county this way.
  'POST /api/enrolment/matching/:county/door-list/exports': {
    as: 'school_clerk',
    expects: 403,
    make: (at) => ({ params: county(at), body: { reason: '入户走访' } }),
  },
  // The file is nothing that was downloaded: whoever may send one is told so.
  'POST /api/enrolment/matching/:county/door-list': {
    as: 'school_clerk',
    expects: 422,
    make: (at) => ({ params: county(at), query: { name: '摸排表.csv' }, file: '名称,人数\n试验单位,5\n' }),
  },
  'GET /api/enrolment/risks/:county': {
    as: 'school_clerk',
    expects: 409,
    make: (at) => ({ params: county(at), query: { year: 2025 } }),
  },
}
