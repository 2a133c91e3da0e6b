import { buildCore, buildServer, buildWeb } from './steps/build.mjs'
import { installPackages } from './steps/install.mjs'
import { main } from './steps/run.mjs'

await main(async () => {
  await installPackages()
  await buildCore()
  await Promise.all([buildServer(), buildWeb()])
})
