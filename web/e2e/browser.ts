/** Debian's Chromium, or the one that CHROMIUM names; nothing is downloaded. */
export const browser = {
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
};
