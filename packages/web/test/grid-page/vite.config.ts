import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page on which the journeys and the bench drive the grid; built as the product is, and no part of it. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { cssTarget: 'chrome86', assetsInlineLimit: 0, emptyOutDir: true },
})
