// Rebuilds what power cuts at random moments could have left on the disk and opens it (0 faults is the bar); the engine
// as its makers ship it must be caught. node bench/power-cut.mjs [images]
import { repeatTest } from './repeat-test.mjs'

await repeatTest('platform/power-cut', {
  POWER_CUTS: process.argv[2] ?? '60',
  SEED: String(Date.now() % 1_000_000_007),
})
