// Kills a loaded installation at random moments and counts what was acknowledged and lost (0 is the bar).
// node bench/kill.mjs [kills]
import { repeatTest } from './repeat-test.mjs'

await repeatTest('platform/kill-mixed', { KILLS: process.argv[2] ?? '50', SEED: String(Date.now() % 1_000_000_007) })
