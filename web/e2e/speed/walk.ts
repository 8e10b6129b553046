import type { Page } from '@playwright/test';
import { type Arrival, millisecondsUntil } from './measured.ts';

export interface Step {
  /** The link that is pressed. */
  link: string;
  arrival: Arrival;
}

const navigation = (path: string) => `nav a[href="${path}"]`;

/** A walk through the app as people take it all day: home, a list, one of its records, another list, the board, the calendar. */
export const walk: Step[] = [
  { link: navigation('/o/contact'), arrival: { selector: '[role="grid"][aria-label="Contacts"] th a' } },
  { link: '[role="grid"] tbody tr:nth-child(5) th a', arrival: { selector: '[role="tabpanel"]' } },
  { link: navigation('/o/account'), arrival: { selector: '[role="grid"][aria-label="Accounts"] th a' } },
  { link: '[role="grid"] tbody tr:nth-child(7) th a', arrival: { selector: '[role="tabpanel"]' } },
  { link: navigation('/o/opportunity/board'), arrival: { selector: 'article h3' } },
  { link: navigation('/calendar'), arrival: { selector: '.fc-timegrid-slot, .fc-daygrid-day' } },
  { link: navigation('/'), arrival: { selector: 'main h2' } },
];

export async function go(page: Page, { link, arrival }: Step): Promise<number> {
  const target = page.locator(link).first();
  await target.scrollIntoViewIfNeeded();
  return millisecondsUntil(page, arrival, () => target.click());
}

/** Home, past the first steps that a new workspace begins with. */
export async function openHome(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('rapport.preferences', JSON.stringify({ started: ['seen'] })));
  await page.goto('/');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
}
