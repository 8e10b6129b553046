import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compress } from './tools/compress.ts';
import { early } from './tools/early.ts';
import { offline } from './tools/offline.ts';

// `npm run dev` serves the app by itself and passes API calls to a running Rapport.
const server = process.env.RAPPORT_URL ?? 'http://127.0.0.1:8080';

function helpIn(file: string): string | null {
  const language = /\/i18n\/help\/(\w+)\//.exec(file)?.[1];
  return language ? `help-${language}` : null;
}

export default defineConfig({
  plugins: [react(), early(), offline(), compress()],
  resolve: { alias: { '@docs': fileURLToPath(new URL('../docs', import.meta.url)), '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    // What every page needs comes in one file: as forty small ones it cost a phone a second.
    // So does the help in a language: what was not opened yet is then there without a network, too.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'] }, { name: helpIn }] } } },
  },
  server: { fs: { allow: ['..'] }, proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
