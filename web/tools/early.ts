import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import type { IndexHtmlTransformContext, Plugin } from 'vite';
import { addressOf } from '../src/api/address.ts';
import { type ListRequest, listPath, listQuery } from '../src/api/list-request.ts';
import { pipelinesRequest, stagesRequest } from '../src/api/stage-requests.ts';
import { firstPages } from './chunks.ts';

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;

const name = 'early.js';
/** Bytes of script, as they are run, that a first page may bring beside the app. */
const most = 260_000;

const listAddress = (list: ListRequest) => addressOf(listPath(list.object), listQuery(list));

/** What pages ask for in any case, by their addresses. */
const asks = [
  ['^/(?!(login|welcome)\\b)', ['/me', '/metadata/objects', '/personal'].map((path) => addressOf(path))],
  ['^/o/opportunity/board$', [listAddress(pipelinesRequest), listAddress(stagesRequest)]],
];

/** The scripts that a page needs beside those of the index. */
function filesOf(page: string, bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/features/${page}.tsx`));
  if (!first) throw new Error(`There is no chunk of the page ${page}.`);
  const inIndex = closure(chunks.filter(({ isEntry }) => isEntry));
  const added = [...closure([first])].filter((chunk) => !inIndex.has(chunk));
  const bytes = added.reduce((sum, { code }) => sum + code.length, 0);
  if (bytes > most) throw new Error(`${page} brings ${added.map(({ fileName, code }) => `${fileName} (${code.length} bytes)`).join(', ')}, more than ${most} bytes together: what of it is not needed at once?`);
  return added.map(({ fileName }) => fileName);

  function closure(wanted: typeof chunks): Set<(typeof chunks)[number]> {
    const found = new Set(wanted);
    for (const { imports } of found) chunks.filter(({ fileName }) => imports.includes(fileName)).forEach((chunk) => found.add(chunk));
    return found;
  }
}

/** Puts src/app/early.ts into the page, beside the app that is a hundred times its size. While developing it is left out. */
export function early(): Plugin {
  return {
    name: 'rapport-early',
    apply: 'build',
    async buildStart() {
      const source = await readFile(new URL('../src/app/early.ts', import.meta.url), 'utf8');
      const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true } });
      this.emitFile({ type: 'asset', name, source: `{${outputText}}` });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        // A browser that knows the word compiles the app as a whole while it comes, not one function after the other while it runs.
        for (const file of Object.values(bundle)) if (file.type === 'chunk' && file.isEntry) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const file = Object.values(bundle).find((each) => each.type === 'asset' && each.names.includes(name));
        if (!file) throw new Error(`${name} is not among the files of the app.`);
        const files = Object.entries(firstPages).map(([page, address]) => [address, filesOf(page, bundle)]);
        // The mark in the page needs none of them: it is shown while they are on their way. A script before it would keep it waiting, and the
        // styles go before the app, which cannot draw without them.
        const [styles = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
        const script = `<script src="/${file.fileName}" data-files='${JSON.stringify(files)}' data-asks='${JSON.stringify(asks).replaceAll('&', '&amp;')}'></script>`;
        return html.replace('<script type="module"', '<script type="module" fetchpriority="low"').replace(styles, '').replace('</body>', () => `  ${script}\n    ${styles}\n  </body>`);
      },
    },
  };
}
