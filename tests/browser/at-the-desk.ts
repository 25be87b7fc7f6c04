import type { Page } from 'playwright-core';
import type { ServedHouse } from './pages.ts';

/** The field of a text, by its path and language. */
export const text = (page: Page, path: string) => page.locator(`[data-text="${path}"]`);
/** Resolves once all that was written is saved. */
export const isKept = (page: Page) => page.locator('[data-kept="true"]').waitFor();
export const piece = (page: Page, words: string) =>
  page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: words }).click();

/** Begins an empty framework by hand, and opens its draft. */
export async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Frameworks' }).click();
  await page.getByRole('button', { name: 'New framework' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('navigation', { name: 'Outline' }).waitFor();
}

/** A second designer of the house. */
export async function addDana({ house }: ServedHouse): Promise<void> {
  const grants = [{ role: 'designer' as const, collection: null, region: null }];
  await house.people.insert({ name: 'Dana', email: 'dana@example.org', grants, demonstration: false });
}
