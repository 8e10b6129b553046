// Comes before the app, as a script of its own that needs no other (tools/early.ts): while the app is on its way to a phone, the page
// has the colours that were chosen, what the first page is made of is on its way, too, and the server is asked what every page behind the
// log-in needs.

try {
  const { theme = 'system' } = JSON.parse(localStorage.getItem('rapport.preferences') ?? '{}') as { theme?: string };
  const dark = theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.add(dark ? 'dark' : 'light');
} catch {
  // The app says what is wrong with it.
}

const pages = JSON.parse(document.currentScript?.dataset.pages ?? '[]') as [address: string, files: string[]][];
const files = pages.find(([address]) => new RegExp(address).test(location.pathname))?.[1] ?? [];
for (const file of files) {
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${file}` });
  document.head.append(link);
}

if (!/^\/(login|welcome)\b/.test(location.pathname)) {
  const answers = ['/me', '/metadata/objects', '/personal'].map((path) => [path, fetch(`/api/v1${path}`, { headers: { Accept: 'application/json' } })] as const);
  // Whoever takes an answer hears what became of it.
  answers.forEach(([, answer]) => answer.catch(() => undefined));
  window.earlyAnswers = new Map(answers);
}
