/** The library: every shipped scenario is without error, runs by itself to its end, and replays. */
import { describe, expect, test } from 'vitest';
import { rehearse } from '../../engine/exercise/rehearse.ts';
import { replay } from '../../engine/exercise/replay.ts';
import { compile } from '../../engine/plan/compile.ts';
import { readCatalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import { readLines } from '../../engine/runtime/journal/journal.ts';
import { journalText } from '../support/conduct.ts';
import { dump } from '../support/dump.ts';
import { WALL } from '../support/given.ts';
import { shipped, sourcesIn } from '../support/shipped.ts';

const { catalogue, problems } = readCatalogue(sourcesIn('catalogue'));

test('the catalogue has no errors, and there is a library', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(shipped().length).toBeGreaterThan(0);
});

describe.each(shipped())('%s', (name) => {
  const checked = checkScenario(sourcesIn(name), catalogue);
  const plan = checked.scenario && compile(checked.scenario, catalogue);

  test('is without error', () => {
    const errors = checked.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual([]);
  });

  test.each(plan?.languages ?? [])(
    'runs unattended from STARTEX to ENDEX, and replays: %s',
    (lang) => {
      const opening = { plan: plan!, exercise: name, seed: 7, engine: '0.0.0' };
      const run = rehearse(opening, lang, () => WALL);
      const drafts = [];
      let next = run.next();
      for (; !next.done; next = run.next()) drafts.push(...next.value);
      const { entries, broken } = readLines(Buffer.from(journalText(drafts)));
      expect(broken).toBeUndefined();
      const again = replay(entries);
      expect(again.differs).toBeUndefined();
      expect(again.whole).toBe(drafts.length - 1);
      expect(dump(again.state!)).toEqual(dump(next.value));

      const { injects, obligations, visited, status } = next.value;
      expect(status).toBe('closed');
      expect(visited.size).toBeGreaterThan(1);
      const released = [...injects.values()].filter((inject) => inject.status === 'released');
      expect(released.length).toBeGreaterThan(injects.size / 2);
      const ends = new Set([...obligations.values()].map((obligation) => obligation.status));
      expect([...ends].filter((end) => end === 'open' || end === 'overdue')).toEqual([]);
    },
  );
});
