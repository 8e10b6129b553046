// Comes before everything else, as a script of its own that needs no other (tools/early.ts): while the app is on its way to a phone,
// the page has its colours already, and the server is asked what every page behind the log-in needs.

try {
  const { theme = 'system' } = JSON.parse(localStorage.getItem('rapport.preferences') ?? '{}') as { theme?: string };
  const dark = theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
} catch {
  // The app says what is wrong with it.
}

if (!/^\/(login|welcome)\b/.test(location.pathname)) {
  const answers = ['/me', '/metadata/objects', '/personal'].map((path) => [path, fetch(`/api/v1${path}`, { headers: { Accept: 'application/json' } })] as const);
  // Whoever takes an answer hears what became of it.
  answers.forEach(([, answer]) => answer.catch(() => undefined));
  window.earlyAnswers = new Map(answers);
}
