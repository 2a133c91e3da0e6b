import { buildServer } from './build.mjs'

/** Worker threads and child processes of the tests run the compiled program. */
export async function setup() {
  await buildServer()
}
