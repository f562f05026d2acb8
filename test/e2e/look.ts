/** What can be wrong with a page for those who look at it. Knows: axe and widths. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every fault of WCAG 2.2 A and AA that axe finds: its rule, and where. */
export async function faults(
  page: Page,
): Promise<readonly (readonly [rule: string, at: readonly string[]])[]> {
  const { violations } = await new AxeBuilder({ page })
    // One page, no frames: without this every look opens a window of its own.
    .setLegacyMode(true)
    .withTags(TAGS)
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Pixels by which the document is wider than the window; 0: nothing scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
}
