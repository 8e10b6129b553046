/** Debian's headless Chromium, which costs half of the whole one's time, or the one that CHROMIUM names; nothing is downloaded. */
export const browser = {
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
};
