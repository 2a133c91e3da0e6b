import legacy from '@vitejs/plugin-legacy'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.EDUDUTY_API ?? 'http://127.0.0.1:8080'

// The floor is Chromium 86, reached by one modern build with polyfills: no inline legacy snippets, so the CSP stays strict.
export default defineConfig({
  plugins: [
    react(),
    legacy({ modernTargets: 'chrome>=86', modernPolyfills: true, renderLegacyChunks: false, renderModernChunks: true }),
  ],
  build: { cssTarget: 'chrome86', sourcemap: false, chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  server: { proxy: { '/api': api } },
})
