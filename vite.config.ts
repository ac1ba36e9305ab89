import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const CLIENT = '../dist/client'

/** What every face needs: one file, so that going from one face to another loads only the difference. */
const VENDOR = /node_modules[\\/](react|react-dom|scheduler)[\\/]/

/** What keeps the courier's page on the phone has one name for good, above the addresses it answers for. */
const COURIER_WORKER = 'storefront/courier/offline/worker.ts'

/** The faces: five HTML entries for the browser, and the shop once more for the server (`vite build --ssr`). */
export default defineConfig(({ command, isSsrBuild }) => ({
  root: 'storefront',
  cacheDir: '../node_modules/.cache/vite',
  resolve: { dedupe: ['react', 'react-dom'] },
  plugins: [react({}), tailwind()],
  // the map starts its worker as a module, while one builds as well
  worker: { format: 'es' },
  // one server file starts faster than one that looks for its packages; while developing Node finds them itself
  ssr: command === 'build' ? { noExternal: true } : {},
  build: isSsrBuild
    ? {
        emptyOutDir: false,
        copyPublicDir: false,
        rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } },
      }
    : {
        outDir: CLIENT,
        // pages that are open, and a web that runs, go on asking for the files they were built with
        emptyOutDir: false,
        manifest: 'manifest.json',
        rolldownOptions: {
          input: [
            ...['index', 'kitchen', 'courier', 'till', 'console'].map((face) => `storefront/${face}.html`),
            COURIER_WORKER,
          ],
          output: {
            entryFileNames: ({ facadeModuleId }) =>
              facadeModuleId?.endsWith(COURIER_WORKER) ? 'courier-worker.js' : 'assets/[name]-[hash].js',
            // a name of a part says little and would be read in every list of what to load
            chunkFileNames: 'assets/[hash].js',
            codeSplitting: { groups: [{ name: 'vendor', test: VENDOR, priority: 10 }] },
          },
        },
      },
}))
