// Comes before the app, as a script of its own that needs no other (tools/early.ts): while the app is on its way to a phone, the page
// has the colours that were chosen, what the first page is made of is on its way, too, and the server is asked for what it needs in any case.

try {
  const { theme = 'system' } = JSON.parse(localStorage.getItem('rapport.preferences') ?? '{}') as { theme?: string };
  const dark = theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.add(dark ? 'dark' : 'light');
} catch {
  // The app says what is wrong with it.
}

const { files = '[]', asks = '[]' } = document.currentScript?.dataset ?? {};
const here = (pages: string) => (JSON.parse(pages) as [address: string, wanted: string[]][]).flatMap(([address, wanted]) => (new RegExp(address).test(location.pathname) ? wanted : []));

const answers = here(asks).map((address) => [address, fetch(address, { headers: { Accept: 'application/json' } })] as const);
// Whoever takes an answer hears what became of it.
answers.forEach(([, answer]) => answer.catch(() => undefined));
window.earlyAnswers = new Map(answers);

for (const file of here(files)) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/${file}` }));

// Keeps the app and what was read last for when there is no network.
if ('serviceWorker' in navigator) window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'));
