import type { Rolldown } from 'vite';

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** The pages that people come to first, each with the addresses it has. */
export const firstPages = {
  'login/login-page': '^/login',
  'today/today-page': '^/$',
  'list/list-page': '^/o/[^/]+$',
  'board/board-page': '^/o/[^/]+/board$',
  'record/record-page': '^/o/[^/]+/\\w{18}$',
};

const firstPage = new RegExp(`/src/features/(${Object.keys(firstPages).join('|')})\\.tsx$`);

/** The file that a module goes to when several of the first pages need it. */
export function ofFirstPages(id: string, modules: Context): string | null {
  const above = new Set([id]);
  for (const each of above) modules.getModuleInfo(each)?.importers.forEach((importer) => above.add(importer));
  return [...above].filter((each) => firstPage.test(each)).length > 1 ? 'pages' : null;
}
