import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import type { Plugin } from 'vite';

const name = 'early.js';

/** Puts src/app/early.ts into the page, before the app that is a hundred times its size. While developing it is left out. */
export function early(): Plugin {
  return {
    name: 'rapport-early',
    apply: 'build',
    async buildStart() {
      const source = await readFile(new URL('../src/app/early.ts', import.meta.url), 'utf8');
      const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true } });
      this.emitFile({ type: 'asset', name, source: `{${outputText}}` });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const file = Object.values(bundle).find((each) => each.type === 'asset' && each.names.includes(name));
        if (!file) throw new Error(`${name} is not among the files of the app.`);
        return html.replace('<meta charset="utf-8" />', `$&\n    <script src="/${file.fileName}"></script>`);
      },
    },
  };
}
