/** A whole exercise over the network, from STARTEX to the report, by clients that are not ours. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arrive, sit, type Guest, type Row, type Seated } from './guest.ts';
import { linksOf, run, SCENARIO, start, tempFolder } from './process.ts';

const MINUTE = 60_000;
const FACT = 'hypervisors-encrypted';
const ROLE_COLLECTIONS = [
  'awareness',
  'clocks',
  'decisions',
  'exercise',
  'facts',
  'hotwash',
  'items',
  'me',
  'roles',
  'tasks',
];

type Cast = {
  readonly control: Guest;
  readonly duty: Seated;
  readonly manager: Seated;
  readonly nordby: Seated;
};

/** An act that must be carried out. */
async function did(guest: Guest, input: Row): Promise<number> {
  const answer = await guest.act(input);
  if (answer.type !== 'done')
    throw new Error(`${JSON.stringify(input)}: ${String(answer['code'])}`);
  return answer['seq'] as number;
}

async function refused(guest: Guest, input: Row): Promise<unknown> {
  const answer = await guest.act(input);
  return answer.type === 'refused' ? answer['code'] : 'done';
}

async function status(guest: Guest, wanted: string): Promise<void> {
  await guest.until(`status ${wanted}`, () =>
    guest.row('exercise', 'exercise')?.['status'] === wanted ? true : undefined,
  );
}

function received(guest: Guest, id: string): Promise<Row> {
  return guest.until(`item ${id}`, () => guest.row('items', id));
}

/** Everything in a role's view was meant for it. */
function seesItsOwnOnly(guest: Seated, role: string): void {
  for (const message of guest.heard) {
    const put = (message['put'] ?? []) as readonly (readonly [string, string, Row])[];
    for (const [collection, key, row] of put) {
      expect(ROLE_COLLECTIONS).toContain(collection);
      if (collection !== 'items') continue;
      const to = row['to'] as readonly string[];
      const from = (row['from'] as Row)['role'];
      expect([key, to.includes(role) || from === role]).toEqual([key, true]);
    }
  }
  expect(guest.text()).not.toMatch(/"notes":|"accountable":|"trigger":|"authority":/);
}

test('an exercise is played, recorded, verified and reported', async () => {
  const data = await tempFolder();
  const args = ['run', SCENARIO, '--headless', '--port', '0', '--bots', 'empty', '--seed', '1'];
  const host = start([...args, '--data', data]);
  const links = await linksOf(host);
  const { port } = links;
  const cast: Cast = {
    control: await arrive(port, links.control),
    duty: await sit(port, links.join, 'it-duty', 'Ada Ravn'),
    manager: await sit(port, links.join, 'it-manager'),
    nordby: await sit(port, links.join, 'nordby-crisis-lead'),
  };
  await informed(cast);
  await answered(cast);
  await handedOver(cast);
  await decided(cast);
  await steered(cast);
  await injected(cast);
  await ended(cast);
  expect(await host.ended).toBe(0);
  expect(host.err()).toBe('');
  seesItsOwnOnly(cast.duty, 'it-duty');
  seesItsOwnOnly(cast.manager, 'it-manager');
  seesItsOwnOnly(cast.nordby, 'nordby-crisis-lead');
  await recorded(links.folder);
});

/** STARTEX; injects come at their exercise time; opening one tells its facts to that role alone. */
async function informed({ control, duty, manager, nordby }: Cast): Promise<void> {
  expect(await refused(duty, { type: 'item.open', item: 'startex' })).toBe('not-started');
  expect(await refused(duty, { type: 'exercise.start' })).toBe('not-allowed');
  await did(control, { type: 'exercise.start' });
  for (const guest of [duty, manager, nordby]) await received(guest, 'startex');
  expect(duty.clock()).toMatchObject({ running: true, pace: 12 });
  await did(control, { type: 'exercise.jump', to: 20 * MINUTE });
  const alarm = await received(duty, 'console-sight');
  expect(alarm).toMatchObject({
    kind: 'inject',
    at: 18 * MINUTE,
    channel: 'phone',
    to: ['it-duty'],
  });
  expect(duty.row('facts', FACT)).toBeUndefined();
  await did(duty, { type: 'item.open', item: 'console-sight' });
  expect(duty.row('facts', FACT)).toMatchObject({ id: FACT, domain: 'digital' });
  expect(duty.row('items', 'console-sight')).toHaveProperty('opened');
  expect(manager.row('items', 'console-sight')).toBeUndefined();
  expect(manager.rows('facts')).toEqual([]);
  expect(control.row('facts', FACT)).toMatchObject({ known: [{ role: 'it-duty' }] });
}

/** Acknowledging, answering, and passing a fact on. */
async function answered({ control, duty, manager, nordby }: Cast): Promise<void> {
  await did(duty, { type: 'item.acknowledge', item: 'monitor-alarm' });
  expect(await refused(duty, { type: 'item.acknowledge', item: 'monitor-alarm' })).toBe(
    'already-acknowledged',
  );
  const replyTo = 'monitor-alarm';
  await did(duty, { type: 'message.send', to: [], replyTo, body: 'Set. Jeg undersøger det.' });
  expect(duty.row('items', replyTo)).toHaveProperty('answered');
  const body = 'Begge driftscentre er **krypteret**. <img src=x onerror=alert(1)> \u001b[31m';
  const letter = { type: 'message.send', to: ['it-manager'], title: 'Alarm', body, facts: [FACT] };
  expect(await refused(manager, { ...letter, to: ['it-duty'] })).toBe('fact-not-known');
  await did(duty, letter);
  const message = await manager.until('the message', () =>
    manager.rows('items').find((row) => row['kind'] === 'message' && row['title'] === 'Alarm'),
  );
  expect(message).toMatchObject({ body, from: { role: 'it-duty' }, facts: [FACT], sent: false });
  expect(manager.row('facts', FACT)).toBeUndefined();
  await did(manager, { type: 'item.open', item: message['id'] });
  expect(manager.row('facts', FACT)).toBeDefined();
  await control.until('both know', () => {
    const known = control.row('facts', FACT)?.['known'] as readonly Row[];
    return known.map(({ role }) => role).join() === 'it-duty,it-manager' ? true : undefined;
  });
  expect(nordby.text()).not.toContain('Begge driftscentre er **krypteret**');
  expect(nordby.text()).not.toContain('Værterne i begge driftscentre');
}

/** A task is claimed, handed over, and done by the one who took it over. */
async function handedOver({ control, duty, manager }: Cast): Promise<void> {
  const task = 'alarm-chain';
  const there = await duty.until(task, () => duty.row('tasks', task));
  expect(there).toMatchObject({ status: 'open', holders: [], offers: [] });
  await did(duty, { type: 'task.claim', task, as: 'responsible' });
  expect(await refused(duty, { type: 'task.claim', task, as: 'responsible' })).toBe('task-held');
  await did(duty, { type: 'handover.offer', task, to: 'it-manager', note: 'Jeg ringer rundt.' });
  await manager.until('the offer', () =>
    (manager.row('tasks', task)?.['offers'] as readonly Row[] | undefined)?.length === 1
      ? true
      : undefined,
  );
  await did(manager, { type: 'handover.accept', task, from: 'it-duty' });
  expect(manager.row('tasks', task)).toMatchObject({
    holders: [{ role: 'it-manager', as: 'responsible' }],
    offers: [],
  });
  await did(manager, { type: 'task.finish', task, note: 'Alle tre kommuner er alarmeret.' });
  await duty.until('done', () => (duty.row('tasks', task)?.['done'] ? true : undefined));
  expect(control.row('tasks', task)).toMatchObject({
    status: 'done',
    done: { role: 'it-manager' },
  });
}

/** A decision moves the storyline; a declaration starts the organisation's own clocks. */
async function decided({ control, duty, manager, nordby }: Cast): Promise<void> {
  const decision = 'disconnect';
  await manager.until(decision, () => manager.row('decisions', decision));
  expect(duty.row('decisions', decision)).toBeUndefined();
  const reason = 'Angrebet er på vej ud i kommunernes net.';
  const choice = { type: 'decision.record', decision, option: 'cut', reason, facts: [FACT] };
  expect(await refused(manager, { ...choice, option: 'wait' })).toBe('unknown-option');
  await did(manager, choice);
  expect(manager.row('decisions', decision)?.['made']).toMatchObject({
    option: 'cut',
    how: 'role',
  });
  await control.until('contained', () =>
    control.row('phases', 'contained')?.['current'] === true ? true : undefined,
  );
  // Those to be told of it see it now.
  await duty.until(decision, () => duty.row('decisions', decision));
  const aware = {
    type: 'awareness.declare',
    matter: 'significant-incident',
    reason: 'Alt er nede.',
  };
  await did(manager, aware);
  expect(await refused(duty, aware)).toBe('already-declared');
  for (const guest of [manager, duty]) {
    await guest.until('clocks', () =>
      guest.rows('clocks').find(({ status: s }) => s === 'running'),
    );
    expect(guest.rows('awareness')).toMatchObject([
      { role: 'it-manager', organisation: 'it-faelles' },
    ]);
  }
  expect(nordby.rows('awareness')).toEqual([]);
  expect(nordby.rows('clocks').filter((row) => row['organisation'] !== 'nordby')).toEqual([]);
}

/** Pause, resume and pace reach everybody's clock. */
async function steered({ control, duty, nordby }: Cast): Promise<void> {
  await did(control, { type: 'exercise.pause', reason: 'Brandalarm' });
  await status(nordby, 'paused');
  expect(nordby.row('exercise', 'exercise')).toMatchObject({ reason: 'Brandalarm' });
  expect(nordby.clock()).toMatchObject({ running: false });
  expect(await refused(duty, { type: 'item.open', item: 'startex' })).toBe('paused');
  await did(control, { type: 'exercise.resume' });
  expect(await refused(control, { type: 'exercise.pace', pace: 0 })).toBe('bad-pace');
  await did(control, { type: 'exercise.pace', pace: 2 });
  await nordby.until('pace', () => (nordby.clock()['pace'] === 2 ? true : undefined));
  expect(nordby.clock()).toMatchObject({ running: true });
}

/** Injects of control's own, held back, skipped and released by hand. */
async function injected({ control, duty, manager, nordby }: Cast): Promise<void> {
  const secret = 'Kun til driftsvagten: nøglen ligger i skab 7.';
  const adhoc = { type: 'inject.write', to: ['it-duty'], from: 'Vagtcentralen', channel: 'radio' };
  await did(control, { ...adhoc, title: 'Nøglen', body: secret });
  expect(await received(duty, 'adhoc.1')).toMatchObject({ body: secret, channel: 'radio' });
  await did(control, { type: 'inject.hold', inject: 'crisis-sms' });
  await did(control, { type: 'inject.skip', inject: 'manager-woken', reason: 'Chefen er vågen' });
  expect(await refused(control, { type: 'inject.hold', inject: 'crisis-sms' })).toBe('inject-held');
  await did(control, { type: 'exercise.jump', to: 60 * MINUTE });
  expect(control.row('injects', 'crisis-sms')).toMatchObject({ status: 'held' });
  expect(control.row('injects', 'manager-woken')).toMatchObject({ status: 'skipped' });
  expect(nordby.row('items', 'crisis-sms')).toBeUndefined();
  await did(control, { type: 'inject.release', inject: 'crisis-sms' });
  expect((await received(nordby, 'crisis-sms'))['at']).toBeGreaterThanOrEqual(60 * MINUTE);
  expect(manager.row('items', 'manager-woken')).toBeUndefined();
  expect(manager.text()).not.toContain(secret);
  expect(nordby.text()).not.toContain(secret);
  const simulated = { type: 'simcell.send', from: 'press', to: ['nordby-crisis-lead'] };
  await did(control, { ...simulated, title: 'Sydposten', body: 'Er det rigtigt?' });
  await nordby.until('the press', () =>
    nordby.rows('items').find((row) => (row['from'] as Row)['role'] === 'press'),
  );
  await did(control, { type: 'observation.note', text: 'Roligt overblik', rating: 'P' });
}

/** ENDEX, first impressions, and the close. */
async function ended({ control, duty, manager, nordby }: Cast): Promise<void> {
  await did(control, { type: 'exercise.end', reason: 'Målene er nået' });
  await status(duty, 'ended');
  expect(await refused(duty, { type: 'item.open', item: 'startex' })).toBe('ended');
  await did(control, { type: 'exercise.hotwash' });
  await status(duty, 'hotwash');
  const row = duty.row('exercise', 'exercise')?.['hotWash'] as readonly Row[];
  const question = row[0]?.['id'];
  await did(duty, { type: 'hotwash.answer', question, text: 'Telefonlisten var forældet.' });
  await did(manager, { type: 'hotwash.answer', question, text: 'Ingen vidste hvem.' });
  expect(duty.rows('hotwash')).toEqual([{ id: question, text: 'Telefonlisten var forældet.' }]);
  expect(manager.text()).not.toContain('Telefonlisten');
  await control.until('both answers', () =>
    control.rows('hotwash').length >= 2 ? true : undefined,
  );
  await did(control, { type: 'exercise.close' });
  for (const guest of [duty, manager, nordby]) {
    expect(await guest.closed).toEqual({ code: 4503, reason: 'closing' });
    expect(guest.row('exercise', 'exercise')).toMatchObject({ status: 'closed' });
  }
}

/** What is on disk says the same, and knows nobody's name. */
async function recorded(folder: string): Promise<void> {
  const verified = await run(['verify', folder]);
  expect(verified).toMatchObject({ code: 0, err: '' });
  const journal = await readFile(join(folder, 'journal.jsonl'), 'utf8');
  expect(journal).not.toContain('Ada Ravn');
  expect(await readFile(join(folder, 'roster.json'), 'utf8')).toContain('Ada Ravn');
  const report = await run(['report', folder, '--format', 'json', '--out', '-']);
  expect(report).toMatchObject({ code: 0, err: '' });
  expect(Object.keys(JSON.parse(report.out) as object).length).toBeGreaterThan(3);
  const listed = await run(['list', '--data', join(folder, '..')]);
  expect(listed.out).toContain('closed');
}
