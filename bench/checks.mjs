// Checks of forms: 10,000 rules over a county of 700 schools, and one form with all of them, against bare loops in JavaScript.
// Run: node bench/checks.mjs [schools] [rules]
import { performance } from 'node:perf_hooks'
import { CheckScreen, planPack, runChecks, Evaluation, YearData } from '@eduduty/core/evaluation'
import { runnerImport } from 'vite'

const SCHOOLS = Number(process.argv[2] ?? 700)
const RULES = Number(process.argv[3] ?? 10_000)
const config = { logLevel: 'error', resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }
const load = async (path) => (await runnerImport(`./packages/server/test/${path}`, config)).module
