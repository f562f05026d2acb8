/** A participant at a terminal, held in a test's hand: a view to sit before, and what is typed and printed. */
import { PassThrough } from 'node:stream';
import { expect, vi } from 'vitest';
import type { ItemRow, RoleView, TaskRow } from '../../engine/exercise/rows.ts';
import { runLines } from '../../facilitator-ui/lines.ts';
import { exerciseRow, fakeClient, MIN, type FakeClient } from './support.ts';

export const role = (id: string, name: string) => ({
  id,
  name,
  organisation: 'it',
  organisationName: 'IT-Fælles Syd',
  simulated: false,
});

export function item(seq: number, change: Partial<ItemRow> = {}): ItemRow {
  return {
    id: `inj-${seq}`,
    kind: 'inject',
    seq,
    at: seq * MIN,
    from: { role: 'desk', name: 'Vagtcentral' },
    to: ['duty'],
    channel: 'phone',
    title: `Opkald ${seq}`,
    body: 'Skærmene er sorte.\n\nRing op.',
    marking: 'TLP:AMBER',
    facts: ['encrypted'],
    asks: false,
    sent: false,
    ...change,
  };
}

export function task(change: Partial<TaskRow> = {}): TaskRow {
  return {
    id: 'warn',
    title: 'Tidlig varsling',
    domain: 'digital',
    status: 'open',
    startedAt: 0,
    due: 60 * MIN,
    overdue: false,
    holders: [],
    offers: [],
    ...change,
  };
}

export function roleView(): RoleView {
  return {
    exercise: { exercise: exerciseRow() },
    me: { me: { ...role('duty', 'It-driftsvagt'), briefing: 'Du har vagten.' } },
    roles: {
      manager: role('manager', 'It-chef'),
      'crisis-lead': role('crisis-lead', 'Krisestabschef'),
      desk: { ...role('desk', 'Vagtcentral'), simulated: true },
    },
    items: { 'inj-1': item(1), 'inj-2': item(2, { from: { name: 'En borger' } }) },
    tasks: { warn: task() },
    decisions: {
      cut: {
        id: 'cut',
        question: 'Skal nettet afbrydes?',
        options: [
          { id: 'yes', title: 'Ja' },
          { id: 'no', title: 'Nej' },
        ],
        openedAt: 0,
        due: 30 * MIN,
      },
    },
    facts: {
      encrypted: {
        id: 'encrypted',
        text: 'Filserveren er krypteret',
        domain: 'digital',
        marking: 'TLP:AMBER',
        since: 1,
      },
    },
    clocks: {},
    awareness: {},
    questions: {},
    statements: {},
    picture: {},
    asks: {},
    contests: {},
    outside: {},
    hotwash: {},
  };
}

export type Session = {
  readonly client: FakeClient;
  readonly type: (...lines: string[]) => Promise<void>;
  readonly printed: () => string;
  readonly ended: Promise<void>;
  readonly put: (change: Partial<RoleView>) => void;
};

export function seated(lang: 'da' | 'en' = 'da', view: Partial<RoleView> = roleView()): Session {
  return session(fakeClient({ audience: 'role', role: 'duty', view }), lang);
}

export function session(
  client: FakeClient,
  lang: 'da' | 'en' = 'da',
  wall?: () => number,
): Session {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const ended = runLines({ client, lang, input, output, wall });
  return {
    client,
    ended,
    printed: () => printed,
    put: (change) => client.set({ view: { ...client.state().view, ...change } }),
    type: async (...lines) => {
      for (const line of lines) input.write(`${line}\n`);
      input.write(`ukendt-${lines.length}\n`);
      await vi.waitFor(() => expect(printed).toContain(`ukendt-${lines.length}`));
    },
  };
}
