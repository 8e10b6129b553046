import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ofFirstPages } from './tools/chunks.ts';
import { compress } from './tools/compress.ts';
import { early } from './tools/early.ts';
import { fonts } from './tools/fonts.ts';
import { offline } from './tools/offline.ts';

// `npm run dev` serves the app by itself and passes API calls to a running Rapport.
const server = process.env.RAPPORT_URL ?? 'http://127.0.0.1:8080';

function helpIn(file: string): string | null {
  const language = /\/i18n\/help\/(\w+)\//.exec(file)?.[1];
  return language ? `help-${language}` : null;
}

export default defineConfig({
  plugins: [fonts(), react(), early(), offline(), compress()],
  resolve: { alias: { '@docs': fileURLToPath(new URL('../docs', import.meta.url)), '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    cssCodeSplit: false,
    reportCompressedSize: false,
    // What every page needs comes in one file, what some share in a few: as forty small ones it cost a phone a second.
    // So does what the log-in and the first start share, which by itself came with parts of setup.
    // So does the help in a language: what was not opened yet is then there without a network, too.
    rolldownOptions: {
      // Of the icons only their lines are used (src/ui/icon): the components that are made of them may go.
      treeshake: { manualPureFunctions: ['createReactComponent'] },
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'frame', tags: ['$initial'] },
            { name: 'frame', test: /rolldown\/runtime/ },
            { name: helpIn, debugName: 'help' },
            { name: 'floating', test: /node_modules\/(@mantine\/core|@floating-ui|react-remove-scroll)/ },
            { name: 'calendar', test: /node_modules\/(@fullcalendar|preact)\/|\/src\/ui\/calendar\// },
            { name: ofFirstPages, debugName: 'pages' },
            { name: 'login', test: /\/src\/(features\/login|fields\/company-fields)/, minShareCount: 2 },
            { name: 'common', test: /\/web\/src\/(?!i18n)/, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 3_000 },
          ],
        },
      },
    },
  },
  server: { fs: { allow: ['..'] }, proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
