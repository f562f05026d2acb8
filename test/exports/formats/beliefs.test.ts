/** The section on perceived responsibility, and the threads' bands, out of a real exercise. */
import { describe, expect, test } from 'vitest';
import { type Plan, UNSURE } from '../../../engine/plan/plan.ts';
import { LANGS } from '../../../engine/scenario/text.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { lanesOf } from '../../../exports/formats/lanes.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { speaker } from '../../../exports/formats/words.ts';
import { catalogue } from '../../../exports/text.ts';
import { given } from '../../support/given.ts';
import { type Source, scenario } from '../../support/scenario.ts';
import { planOf, writer } from '../fixture.ts';

const meta = { digest: 'd'.repeat(64), entries: 1, engine: '0.0.0' };
const HOSTILE = '<img src=x onerror=alert(1)>';
const plan = (parts: Source = {}): Plan =>
  scenario({
    tasks: { warn: { title: HOSTILE } },
    polls: { owner: { at: '30m', asks: 'owner-of', task: 'warn', to: ['all'] } },
    probes: {
      down: { at: '40m', question: HOSTILE, options: { a: '=1+1', b: HOSTILE }, to: ['all'] },
    },
    ...parts,
  });
/** Played by the engine itself, so that the analysis reads what the engine writes. */
const played = (parts: Source = {}) =>
  given(plan(parts))
    .startex()
    .at('30m')
    .as('duty', { type: 'question.answer', question: 'owner', answer: 'boss' })
    .as('lead', { type: 'question.answer', question: 'owner', answer: UNSURE })
    .at('41m')
    .as('lead', { type: 'question.answer', question: 'down', answer: 'b' });

test('the engine’s own journal: what was answered is what is analysed', () => {
  const [poll] = analyse(played().entries).beliefs.polls;
  expect(poll).toMatchObject({
    poll: 'owner',
    task: 'warn',
    askedAt: 30 * MINUTE,
    accountable: ['boss'],
    unanswered: ['boss'],
    agreed: { count: 1, answered: 2, modal: ['boss', UNSURE] },
  });
});

describe.each(LANGS)('in %s', (lang) => {
  const { beliefs, missing } = catalogue(lang);

  test('hostile titles, questions and options become text in every format', () => {
    const analysis = analyse(played().entries);
    const page = renderHtml(analysis, lang, meta);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
    expect(renderMarkdown(analysis, lang, meta)).not.toContain('<img');
    for (const sheet of Object.values(renderCsv(analysis, lang))) {
      expect(sheet).not.toMatch(/(^|,)"?[=+@]/m);
    }
  });

  test('a scenario without polls says in one line that nobody was asked, and how to ask', () => {
    const w = writer(planOf({}));
    w.at(0).start();
    const text = renderHtml(analyse(w.entries), lang, meta);
    const [, section] = /<section id="beliefs">([^]*?)<\/section>/.exec(text) ?? [];
    expect(section).toContain(beliefs.nobody);
    expect(section?.match(/<p/g)).toHaveLength(1);
    expect(text).toContain(missing['no-polls']);
  });

  test('questions that were never put are said to be just that', () => {
    const unasked = given(plan()).startex().at('5m');
    expect(renderHtml(analyse(unasked.entries), lang, meta)).toContain(beliefs.unasked);
  });
});

describe('threads', () => {
  const parts = {
    phases: {
      alarm: {},
      calm: { thread: 'media', length: '10m', next: [{ to: 'storm' }] },
      storm: { thread: 'media', length: '20m' },
    },
    threads: { media: { title: 'Media', begins: 'calm' } },
  };
  const analysis = analyse(played(parts).entries);
  const lanes = lanesOf(analysis, speaker(analysis, 'en'));

  test('a thread’s phases cut nothing in the storyline, and end where the thread does', () => {
    expect(lanes.phases).toEqual([{ from: 0, to: 41 * MINUTE, label: 'alarm' }]);
    expect(lanes.threads).toEqual([
      {
        name: 'Thread: Media',
        phases: [
          { from: 0, to: 10 * MINUTE, label: 'calm' },
          { from: 10 * MINUTE, to: 30 * MINUTE, label: 'storm' },
        ],
      },
    ]);
  });

  test('the drawing grows by the bands, and the journal says which thread a phase belongs to', () => {
    const height = (page: string) => Number(/viewBox="0 0 1120 (\d+)"/.exec(page)?.[1]);
    const bare = analyse(played().entries);
    const page = renderHtml(analysis, 'en', meta);
    expect(height(page) - height(renderHtml(bare, 'en', meta))).toBe(19);
    expect(page).toContain('Phase “storm” begins (thread “Media”)');
    expect(page).toContain('Phase “alarm” begins<');
  });
});
