/** The invitation sheet with words that others wrote: in a real browser they stay words. */
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitationSheet, type Card, type SheetWords } from '../../cli/invitation.ts';
import { openTerminal } from '../../cli/output.ts';
import { CHROMIUM, FLAGS } from '../e2e/browser.ts';

const HOSTILE: readonly string[] = [
  '<script>window.harmed = 1</script>',
  '<img src="http://127.0.0.1:9/x" onerror="window.harmed = 1">',
  '</h2></section></main><h1>Ny øvelse</h1>',
  '"><svg onload="window.harmed = 1"> &amp; \'q\' "q"',
  '</title><style>.card { display: none }</style>',
  '<!-- ',
  ']]> <![CDATA[',
  'Vagt \u202egnirts\u202c \u2066x\u2069 \u001b[31mrød\u001b[0m \u0007',
  'O'.repeat(400),
  'العربية עברית 漢字 🚒',
];
const LINK = 'http://192.168.1.20:4270/#t=n8KcECPDTlhiWxn0OGF_I7pOYYoboPZyl-IH';
const words: SheetWords = openTerminal('da').text.invite.sheet;
const cards: readonly Card[] = HOSTILE.map((name) => ({
  name,
  within: name,
  link: LINK,
  code: 'K7M-4QX',
}));

describe.skipIf(!CHROMIUM)('the sheet in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
      args: [...FLAGS],
    });
  });
  afterAll(() => browser.close());

  async function open(html: string, width: number) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    return { page, asked };
  }

  test.each([360, 800])(
    'at %i wide nothing runs, is fetched, or leaves its card',
    async (width) => {
      const title = HOSTILE.join(' ');
      const html = invitationSheet({ lang: 'da', title, marking: HOSTILE[0]!, cards, words });
      const { page, asked } = await open(html, width);
      expect(await page.evaluate('window.harmed')).toBeUndefined();
      expect(asked).toEqual([]);
      const parts = await page.evaluate('[...document.body.children].map((one) => one.tagName)');
      expect(parts).toEqual(['HEADER', 'MAIN']);
      expect(await page.locator('main > *').count()).toBe(cards.length);
      expect(await page.locator('script, img, iframe, link, a, object, embed').count()).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.close();
    },
  );

  test('each card says the name as it was written, without what cannot be seen', async () => {
    const html = invitationSheet({ lang: 'da', title: 'Ø', marking: 'TLP:RED', cards, words });
    const { page } = await open(html, 800);
    const names = await page.locator('.card h2').allTextContents();
    const seen = HOSTILE.map((name) =>
      name
        .replace('\u001b[31mrød\u001b[0m \u0007', 'rød')
        .replace(/[\u202e\u202c\u2066\u2069]/g, '')
        .trim(),
    );
    expect(names).toEqual(seen);
    expect(await page.locator('.card .what > p:first-of-type').allTextContents()).toEqual(seen);
    // What one needs is on every card, whatever the name does.
    expect(await page.locator('.code').allTextContents()).toEqual(cards.map(() => 'K7M-4QX'));
    expect(await page.locator('.link').allTextContents()).toEqual(cards.map(() => LINK));
    for (const code of await page.locator('.code').all()) expect(await code.isVisible()).toBe(true);
    for (const code of await page.locator('.qr svg').all()) {
      expect((await code.boundingBox())?.width).toBeGreaterThan(80);
    }
    await page.close();
  });
});
