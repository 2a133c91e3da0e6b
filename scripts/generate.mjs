import { buildServer } from './steps/build.mjs'
import { writeGeneratedFiles } from './steps/generated-files.mjs'
import { main } from './steps/run.mjs'

await main(async () => {
  await buildServer()
  await writeGeneratedFiles()
})
