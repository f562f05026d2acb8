/**
 * A participant at a real page: does what the page says is waiting, and is watched for what reaches
 * it. Knows: the page's words and rows. Does not know: the exercise.
 */
import type { Browser, Page } from 'playwright-core';
import { SECTIONS, type Section } from '../../participant-ui/place.ts';
import { danish as words } from '../../participant-ui/words/danish.ts';
import { overflow } from './look.ts';

export type Size = { readonly width: number; readonly height: number };
export type Player = {
  readonly role: string;
  readonly page: Page;
  /** What it has written, each text its own. */
  readonly wrote: readonly string[];
  /** Everything that has reached this browser: frames, documents, storage. */
  readonly reached: () => Promise<string>;
  /** Deals with up to `most` of the things that wait; how many it did. */
  readonly play: (most: number) => Promise<number>;
  /** The ids of all that the inbox shows as received. */
  readonly received: () => Promise<readonly string[]>;
  /** Goes through every section; says which do not fit the screen. */
  readonly tour: () => Promise<readonly string[]>;
};

/** There only at times, or not by the navigation. */
const APART: readonly Section[] = ['more', 'search', 'questions', 'hotwash'];
const PATIENCE = { timeout: 8_000 };

export async function sitDown(
  browser: Browser,
  link: string,
  role: { readonly id: string; readonly name: string },
  viewport: Size,
): Promise<Player> {
  const context = await browser.newContext({ viewport, locale: 'da-DK', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const heard: string[] = [];
  const foreign: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
  });
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== new URL(link).origin && !request.url().startsWith('blob:')) foreign.push(origin);
  });
  page.on('pageerror', (error) => foreign.push(`error: ${error.message}`));
  await page.goto(link);
  const chair = page.getByRole('listitem').filter({ hasText: role.name });
  await chair.getByRole('button').first().click();
  await page.getByRole('navigation').waitFor();

  const wrote: string[] = [];
  const seen: string[] = [];
  let count = 0;
  const text = (what: string): string => `⟦${role.id} ${what} ${(count += 1)}⟧`;
  const main = page.getByRole('main');
  const button = (name: string | RegExp) => main.getByRole('button', { name, exact: true });
  const go = async (section: Section): Promise<void> => {
    const name = new RegExp(`^${words.sections[section]}( \\(|$)`);
    const entry = page.getByRole('navigation').getByRole('button', { name });
    if (await entry.first().isVisible()) {
      await entry.first().click(PATIENCE);
      return;
    }
    await page.getByRole('navigation').getByRole('button', { name: words.sections.more }).click();
    await button(new RegExp(`^${words.sections[section]}`)).click(PATIENCE);
  };
  const has = async (name: string): Promise<boolean> => button(name).first().isVisible();

  async function actOnItem(): Promise<void> {
    await button(words.forward).first().waitFor(PATIENCE);
    if (await has(words.acknowledge)) await button(words.acknowledge).click(PATIENCE);
    if (count % 3 !== 0 || !(await has(words.reply))) return;
    await button(words.reply).first().click(PATIENCE);
    const said = text('svar');
    await main.getByRole('textbox', { name: words.body }).fill(said);
    await button(words.send).click(PATIENCE);
    await main.getByText(words.sentNow).first().waitFor(PATIENCE);
    wrote.push(said);
  }

  async function actOnTask(): Promise<void> {
    const [claim, finish] = [button(words.claimResponsible), button(words.finish)];
    await claim.or(finish).first().waitFor(PATIENCE);
    if (await claim.isVisible()) await claim.click(PATIENCE);
    await finish.first().click(PATIENCE);
    const said = text('løst');
    await main.getByRole('textbox', { name: words.finishNote }).fill(said, PATIENCE);
    await button(words.finishNow).click(PATIENCE);
    await main.locator('.detail .made').getByText(said).waitFor(PATIENCE);
    wrote.push(said);
  }

  async function decide(): Promise<void> {
    await main.getByRole('radio').first().check(PATIENCE);
    const said = text('grund');
    await main.getByRole('textbox', { name: words.decisionReason }).fill(said, PATIENCE);
    await button(words.decide).click(PATIENCE);
    await main.locator('.detail .made').getByText(said).waitFor(PATIENCE);
    wrote.push(said);
  }

  async function answer(): Promise<void> {
    const choice = main.locator('select').first();
    if (await choice.isVisible()) await choice.selectOption({ label: words.unsure });
    else await main.getByRole('radio', { name: words.unsure }).first().check(PATIENCE);
    await button(words.answer).first().click(PATIENCE);
    await page.getByText(words.answeredBefore).waitFor(PATIENCE);
  }

  const keep = async (): Promise<void> => {
    seen.push(await page.content());
  };

  return {
    role: role.id,
    page,
    wrote,
    received: async () => {
      await go('inbox');
      await button(words.received).click(PATIENCE);
      return main
        .locator('.list [data-row]')
        .evaluateAll((rows) =>
          rows.flatMap(
            (row) => (row as unknown as { dataset: { row?: string } }).dataset.row ?? [],
          ),
        );
    },
    reached: async () => {
      const stores = await page.evaluate<string>(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
      );
      return [...heard, ...seen, stores, ...foreign.map((what) => `⟦FOREIGN ${what}⟧`)].join('\n');
    },
    play: async (most) => {
      let done = 0;
      for (let tries = 0; done < most && tries < 3 * most; tries += 1) {
        await go('now');
        const rows = main.locator('[data-row]');
        if ((await rows.count()) === 0) return done;
        // By its key: what comes in the meantime takes its place in the list, or it has been done.
        const key = (await rows.first().getAttribute('data-row')) ?? '';
        const kind = key.split(':')[0];
        const row = main.locator(`[data-row="${key}"]`);
        const opened = await row.click({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
        if (!opened) continue;
        await keep();
        try {
          if (kind === 'item') await actOnItem();
          else if (kind === 'task') await actOnTask();
          else if (kind === 'decision') await decide();
          else if (kind === 'question') await answer();
          else return done;
        } catch (error) {
          // Somebody else was there first, while this one was still writing.
          if (await main.locator('.detail .made').isVisible()) continue;
          const shown = await main.innerText();
          throw new Error(`${role.id} could not deal with ${kind ?? ''}:\n${shown}`, {
            cause: error,
          });
        }
        await keep();
        done += 1;
      }
      return done;
    },
    tour: async () => {
      const wide: string[] = [];
      for (const section of SECTIONS.filter((one) => !APART.includes(one))) {
        await go(section);
        await main.locator('[data-heading]').first().waitFor(PATIENCE);
        await keep();
        if ((await overflow(page)) > 0) wide.push(section);
      }
      return wide;
    },
  };
}
