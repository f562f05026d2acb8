/**
 * Exercise control in a real terminal, against a real host: several injects released by one question,
 * and the way back to the lead when the host's own console has been shown out and the lead's link is
 * lost.
 */
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { arrival, dial } from '../../cli/dial.ts';
import type { Client } from '../../engine/index.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { run, SCENARIO, tempFolder } from './process.ts';
import { openTerminal } from './terminal.ts';

const SIZE = { columns: 80, rows: 24 } as const;

type Entry = {
  readonly by: { readonly type: string; readonly name?: string };
  readonly input?: { readonly type: string; readonly inject?: string };
};

async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const text = await readFile(join(folder, 'journal.jsonl'), 'utf8');
  const lines = text.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Entry);
}

async function dialled(port: number, token: string): Promise<Client> {
  const client = dial(`ws://127.0.0.1:${port}/ws`, token);
  onTestFinished(() => client.close());
  expect(await arrival(client, 5)).toBe('open');
  return client;
}

async function portOf(folder: string): Promise<number> {
  const roster = JSON.parse(await readFile(join(folder, 'roster.json'), 'utf8')) as {
    readonly port: number;
  };
  return roster.port;
}

/** It outlives its terminal: where the test fails before it is stopped, nobody else would. */
function stopAfter(folder: string): void {
  onTestFinished(async () => {
    const lock = await readFile(join(folder, 'journal.jsonl.lock'), 'utf8').catch(() => undefined);
    if (lock !== undefined) process.kill((JSON.parse(lock) as { pid: number }).pid, 'SIGKILL');
  });
}

const tokenIn = (said: string): string => /#c=([\w-]+)/.exec(said)?.[1] ?? '';

test.each(['da', 'en'] as const)(
  'marked by keys, released in order, and led again from the host’s folder (%s)',
  async (lang) => {
    const c = catalogue(lang);
    const w = c.script.several;
    const yes = lang === 'da' ? 'j' : 'y';
    const data = await tempFolder();
    const args = ['run', SCENARIO, '--host', '127.0.0.1', '--port', '0', '--data', data];
    const more = ['--pace', '1', '--bots', 'all', '--seed', '7', '--start'];
    const { press, type, sees, loses, ended } = await openTerminal([...args, ...more], SIZE, lang);
    await sees(c.status.running);
    const folder = join(data, readdirSync(data).find((name) => name.startsWith('kommune')) ?? '');

    stopAfter(folder);

    // From below and upwards: they are released from above and downwards.
    await press('2', 'Down', 'Down', 'Down', 'Space');
    await sees(`■ ${w.marked(1, 0)}`, /› ■ {2}5 /);
    await press('Up', 'v', 'Up', 'v');
    await sees(`■ ${w.marked(3, 0)}`, /■ {2}3 /, /■ {2}4 /);
    await press('r');
    const asked = await sees(`── ${w.ask.release(3)} ─`, '▸ 3 ', '▸ 5 ', c.sure, c.yesNo);
    expect(asked.lines.length).toBeLessThanOrEqual(SIZE.rows);
    await press(yes);
    await sees(`✓ ${w.done(3)}`);
    await loses('■');
    const released = (await entriesIn(folder)).flatMap(({ input }) =>
      input?.type === 'inject.release' ? [input.inject] : [],
    );
    expect(released).toHaveLength(3);
    const numbers = await numbersOf(folder);
    expect(released.map((id) => numbers.get(id ?? ''))).toEqual([3, 4, 5]);

    // Filtered, all of them, moved with one reason.
    await press('/');
    await type('alarm');
    await sees('alarm▏');
    await press('Enter');
    await loses('▏');
    await press('V');
    await sees(/■ \d+ /);
    await press('u');
    await sees(w.form.timeHint.slice(0, 20));
    await type('+15m');
    await press('C-s');
    await sees('→', c.yesNo);
    await press('n');
    await sees(w.form.timeHint.slice(0, 20));
    await press('Escape');
    await loses(w.form.timeHint.slice(0, 20));
    await press('Escape');
    await loses('/ alarm');
    await press('Escape');
    await loses('■');

    // Another is let in, given the lead, and shows the first one out: this very console.
    await press('L', 'a');
    await sees(c.staff.form.appoint);
    await press('C-s');
    await sees(c.staff.confirm.appoint, c.yesNo);
    await press(yes);
    const badge = await sees(c.staff.badge.title, '/#c=');
    const port = await portOf(folder);
    const second = await dialled(port, tokenIn(badge.text));
    await press('Escape');
    await loses(c.staff.badge.title);
    await press('L', 'o');
    await sees(c.staff.form.handover, 'F2');
    await press('C-s');
    await sees(c.yesNo);
    await press(yes);
    await sees(`F1 ${c.staff.kind.controller}`);
    expect((await second.request({ type: 'dismiss', staff: 'F1' })).type).toBe('done');
    second.close();
    await sees(c.staff.shownOutHere, "beredt staff --lead '");

    const named = await run(['staff', '--lead', folder], { LANG: `${lang}_DK.UTF-8` });
    expect(named.code, named.err).toBe(0);
    expect(named.out).toContain(`F3, ${c.staff.kind.lead}`);
    const lead = await dialled(port, tokenIn(named.out));
    expect((await lead.act({ type: 'exercise.end' })).type).toBe('done');
    expect((await lead.act({ type: 'exercise.close' })).type).toBe('done');
    await press('q');
    await sees(c.yesNo);
    await press(yes);
    expect(await ended()).toBe(0);
    expect((await run(['verify', folder])).code).toBe(0);
  },
  120_000,
);

/** The numbers that the script gives the injects, in the plan's order. */
async function numbersOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const [first = ''] = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).split('\n');
  const { input } = JSON.parse(first) as {
    readonly input: { readonly plan: { readonly injects: readonly { readonly id: string }[] } };
  };
  return new Map(input.plan.injects.map(({ id }, i) => [id, i + 1]));
}
