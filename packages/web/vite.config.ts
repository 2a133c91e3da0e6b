import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import legacy from '@vitejs/plugin-legacy'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.EDUDUTY_API ?? 'http://127.0.0.1:8080'

// Everything standard that the floor lacks, as core-js knows it: to find out which of it the page uses, all of its code
// would be parsed once more, which takes longer than the rest of the build.
const beside = createRequire(fileURLToPath(import.meta.resolve('@vitejs/plugin-legacy')))
const modernPolyfills: string[] = beside('core-js-compat')({ targets: 'chrome >= 86', modules: 'core-js/stable' }).list

// The floor is Chromium 86, reached by one modern build with polyfills: no inline legacy snippets, so the CSP stays strict.
export default defineConfig({
  plugins: [
    react(),
    legacy({ modernTargets: 'chrome>=86', modernPolyfills, renderLegacyChunks: false, renderModernChunks: true }),
  ],
  build: { cssTarget: 'chrome86', sourcemap: false, chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: { proxy: { '/api': api } },
})
