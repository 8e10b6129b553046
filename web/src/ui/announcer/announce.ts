const listeners = new Set<() => void>();
let said = '';

/** Tells those who hear the screen what others see: that something was saved, say. */
export function announce(text: string): void {
  // The same words once more are told once more only when they differ.
  said = text === said ? `${text}\u00a0` : text;
  listeners.forEach((listener) => listener());
}

export const announced = () => said;

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
