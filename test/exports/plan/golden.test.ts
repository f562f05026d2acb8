/** The pages of the small plan byte for byte. `vitest -u` writes them anew; read the difference. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../engine/scenario/text.ts';
import { drawStoryline, renderBook } from '../../../exports/plan/book.ts';
import { renderBriefings } from '../../../exports/plan/briefings.ts';
import { renderPlanCsv } from '../../../exports/plan/csv.ts';
import { renderHandbook } from '../../../exports/plan/handbook.ts';
import { chartsOf } from '../../../exports/plan/lanes.ts';
import { laneCharts } from '../../../exports/plan/lanesvg.ts';
import { materialOf } from '../../../exports/plan/material.ts';
import { tellerOf } from '../../../exports/plan/teller.ts';
import { smallPlan } from './fixture.ts';

const golden = (name: string): string => `../../golden/plan/${name}`;
const sources = new Map([['IF-01', { source: 'SEED', confidence: 'high' as const }]]);
const warnings = [
  { where: 'roles.press', what: 'Pressen får intet.', remedy: 'Giv den et indspil.' },
];
const controllers = materialOf(smallPlan, 'controllers', { sources, warnings });
const planners = materialOf(smallPlan, 'planners', { sources, warnings });

describe.each(LANGS)('in %s', (lang) => {
  test('the book', async () => {
    await expect(await renderBook(controllers, lang)).toMatchFileSnapshot(
      golden(`book-controllers.${lang}.html`),
    );
    await expect(await renderBook(planners, lang)).toMatchFileSnapshot(golden(`book.${lang}.html`));
  });

  test('role cards and handbook', async () => {
    const choice = { audience: 'players', withTasks: true } as const;
    await expect(renderBriefings(smallPlan, lang, choice)).toMatchFileSnapshot(
      golden(`briefings.${lang}.html`),
    );
    await expect(renderHandbook(smallPlan, lang)).toMatchFileSnapshot(
      golden(`handbook.${lang}.html`),
    );
  });

  test('drawings', async () => {
    const teller = tellerOf(smallPlan, lang);
    await expect(laneCharts(chartsOf(controllers, teller))).toMatchFileSnapshot(
      golden(`timeline.${lang}.svg`),
    );
    await expect(await drawStoryline(controllers, teller)).toMatchFileSnapshot(
      golden(`storyline.${lang}.svg`),
    );
  });

  test.each(['matrix', 'facts', 'interfaces', 'counts'] as const)('%s as CSV', async (chapter) => {
    const sheet = renderPlanCsv(controllers, chapter, lang);
    await expect(sheet.replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      golden(`${chapter}.${lang}.csv`),
    );
  });
});

test('the same plan gives the same bytes twice', async () => {
  const again = materialOf(structuredClone(smallPlan), 'controllers', { sources, warnings });
  expect(await renderBook(again, 'da')).toBe(await renderBook(controllers, 'da'));
});
