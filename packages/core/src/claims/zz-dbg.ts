export { paragraphsOf } from './index.ts'
export { settle } from './judge/settle.ts'
export { readReport } from './read-report.ts'
