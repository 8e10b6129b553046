import type { Page } from '@playwright/test';

/** An address of the server by its name: browsers keep passkeys for names, and not for 127.0.0.1. */
export const atName = (path: string) => new URL(path, process.env.RAPPORT_URL).href.replace('127.0.0.1', 'localhost');

/** Gives the page's browser an authenticator that checks its person and asks nothing. */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}
