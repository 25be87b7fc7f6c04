/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { desk, phone } from './pages.ts';

/** Wide pages are looked at in light, narrow ones in dark: both themes take their colours from the same names at every width. */
export const schemesAt = (width: number) => [width > 700 ? ('light' as const) : ('dark' as const)];

/**
 * What axe finds wrong with a page and the frames in it. Only that is told in full, and by the page itself: to say all that is
 * right, and to gather it in a page opened for that, takes longer than to look.
 */
export async function violationsOf(page: Page) {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  return (await axe.analyze()).violations;
}

/** Everything a page can be found at fault with by machine, each as a line; a page without fault has none. */
export async function faultsOf(page: Page, { axe = true } = {}): Promise<string[]> {
  const violations = axe ? await violationsOf(page) : [];
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target).join(' ')}`),
    ...(await page.evaluate(overflowing)),
    ...(await page.evaluate(smallTargets)),
  ];
}

/** Holds a page of the desk to what machines find, on a desk and on a phone. */
export async function expectInOrder(page: Page, what: string): Promise<void> {
  for (const viewport of [desk.viewport, phone.viewport]) {
    for (const colorScheme of schemesAt(viewport.width)) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const violations = await violationsOf(page);
      const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect([what, viewport.width, colorScheme, faults, isWide]).toEqual([what, viewport.width, colorScheme, [], false]);
    }
  }
  await page.setViewportSize(desk.viewport);
}

function overflowing(): string[] {
  // A phone zooms out to show what is too wide, so that the width of its window is no measure.
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  return [
    `scrolls sideways: ${scrollWidth} px of ${clientWidth}: ${wide.map(({ tagName, className }) => `${tagName}.${className}`).join(' ')}`,
  ];
}

/** What can be touched and is less than 44 px wide or high. */
function smallTargets(): string[] {
  const targets = 'a[href], button, input, textarea, select, summary, [role="slider"], [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(targets)]
    .filter((element) => element.checkVisibility() && !element.closest('.unseen, [aria-hidden="true"]'))
    .flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const name = element.textContent?.trim().slice(0, 30) || element.id || element.tagName;
      return width < 44 || height < 44 ? [`a target of ${width.toFixed(0)} × ${height.toFixed(0)} px: ${name}`] : [];
    });
}
