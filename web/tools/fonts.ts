import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const folder = new URL('../src/ui/fonts/', import.meta.url);

/** The weights that the tokens name. */
const weights = { min: 420, max: 620 };
/** Letters that stand in pairs, take marks or differ by language and place, and figures of one width. */
const keepFeatures = ['kern', 'mark', 'mkmk', 'calt', 'ccmp', 'locl', 'tnum'];

/** The parts of Inter, each loaded by pages that show one of its signs; of two that have a sign the later is asked first. */
const parts = [
  { name: 'vietnamese', of: 'vietnamese', signs: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB' },
  { name: 'cyrillic', of: 'cyrillic', signs: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  { name: 'greek', of: 'greek', signs: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
  { name: 'latin-rare', of: 'latin-ext', signs: 'U+0180-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF' },
  { name: 'latin-east', of: 'latin-ext', signs: 'U+0100-017F,U+0192,U+0218-021B,U+1E9E' },
  { name: 'latin', of: 'latin', signs: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD' },
];

const numbered = (code: string) => Number.parseInt(code, 16);

/** All signs of a list of ranges as CSS writes them. */
function signsOf(ranges: string): string {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [first = '', last = first] = range.slice('U+'.length).split('-');
      return Array.from({ length: numbered(last) - numbered(first) + 1 }, (_, index) => String.fromCodePoint(numbered(first) + index));
    })
    .join('');
}

const face = ({ name, signs }: (typeof parts)[number]) =>
  `@font-face { font-family: 'Inter'; font-weight: ${weights.min} ${weights.max}; font-style: normal; font-display: swap; src: url(./inter-${name}.woff2) format('woff2'); unicode-range: ${signs}; }`;

/** Makes src/ui/fonts from the package: only signs, weights and features that the app has, which is half of what a phone would load. */
export function fonts(): Plugin {
  return {
    name: 'rapport-fonts',
    async config() {
      const require = createRequire(import.meta.url);
      const { version } = require('@fontsource-variable/inter/package.json') as { version: string };
      const sheet = new URL('fonts.css', folder);
      const css = [`/* Inter ${version} with ${keepFeatures.join(', ')}, made by tools/fonts.ts. */`, ...parts.map(face), ''].join('\n');
      if ((await readFile(sheet, 'utf8').catch(() => '')) === css) return;
      await mkdir(folder, { recursive: true });
      for (const { name, of, signs } of parts) {
        const whole = await readFile(require.resolve(`@fontsource-variable/inter/files/inter-${of}-opsz-normal.woff2`));
        await writeFile(new URL(`inter-${name}.woff2`, folder), await subsetFont(whole, signsOf(signs), { targetFormat: 'woff2', keepFeatures, noHinting: true, variationAxes: { wght: weights } }));
      }
      await writeFile(sheet, css);
    },
  };
}
