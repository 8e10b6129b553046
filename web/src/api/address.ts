const base = '/api/v1';

/** Where something is asked for; parameters without a value are left out. */
export function addressOf(path: string, query: Record<string, string | number | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${base}${path}?${text}` : base + path;
}
