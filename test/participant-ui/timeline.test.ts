/** The timeline: what the rows say has happened, newest first, and whose it was. */
import { describe, expect, it } from 'vitest';
import type { RoleView } from '../../engine/exercise/rows.ts';
import { timeline, type Scope } from '../../participant-ui/timeline.ts';
import { exercise, item, role, task, viewWith } from './support.ts';

const full: RoleView = viewWith({
  exercise: { exercise: { ...exercise, matters: [{ id: 'breach', title: 'Brud' }] } },
  roles: { ...viewWith().roles, press: role('press', 'cert') },
  items: {
    in: item('in', { at: 1 }),
    out: item('out', { at: 2, sent: true, from: { role: 'me', name: 'me' }, to: ['cert'] }),
  },
  tasks: {
    t: task('t', {
      startedAt: 3,
      status: 'done',
      holders: [
        { role: 'colleague', as: 'accountable', since: 4 },
        { role: 'me', as: 'responsible', since: 5 },
      ],
      offers: [
        { from: 'cert', to: 'me', as: 'accountable', at: 6 },
        { from: 'me', to: 'cert', as: 'responsible', at: 7, assigned: true, note: 'Tag den' },
      ],
      done: { role: 'me', at: 8, note: 'Gjort' },
    }),
  },
  decisions: {
    d: {
      id: 'd',
      question: 'Skal vi?',
      options: [{ id: 'yes', title: 'Ja' }],
      openedAt: 9,
      due: 99,
      raisedBy: 'cert',
      discussion: [{ role: 'me', at: 10, text: 'Nej' }],
      made: { option: 'yes', reason: 'Fordi', role: 'cert', at: 11, how: 'role' },
    },
  },
  awareness: {
    breach: { matter: 'breach', organisation: 'it', role: 'colleague', at: 12, reason: 'Log' },
  },
  clocks: {
    t: { id: 't', title: '72 timer', organisation: 'it', startedAt: 12, due: 20, status: 'met' },
    u: { id: 'u', title: '24 timer', organisation: 'it', startedAt: 12, due: 21, status: 'late' },
  },
  statements: {
    s: {
      id: 's',
      seq: 1,
      at: 13,
      role: 'press',
      outlet: 'press',
      title: 'Vi',
      body: '',
      facts: [],
    },
  },
  picture: {
    p: {
      id: 'p',
      seq: 2,
      at: 14,
      role: 'me',
      section: 'situation',
      version: 1,
      text: 'Nede',
      facts: [],
      marking: 'TLP:AMBER',
    },
  },
  asks: { q: { id: 'q', at: 15, role: 'me', text: 'Hvor?', answer: { at: 16, text: 'Her' } } },
  contests: { c: { id: 'c', at: 17, role: 'me', about: { task: 't' }, text: 'Forkert' } },
  outside: { o: { id: 'o', at: 18, role: 'me', about: { inject: 'in' }, text: 'Ringet', to: [] } },
});
const told = (scope?: Scope) => timeline(full, scope).map(({ at, kind }) => `${at} ${kind}`);

describe('the timeline', () => {
  it('tells all that the rows tell, the newest first', () => {
    expect(told()).toEqual([
      '21 clock-late',
      '18 outside',
      '17 contested',
      '16 control-answered',
      '15 control-asked',
      '14 picture',
      '13 statement',
      '12 aware',
      '12 clock-started',
      '12 clock-started',
      '11 decision-made',
      '10 decision-discussed',
      '9 decision-raised',
      '8 task-done',
      '8 clock-met',
      '7 task-assigned',
      '6 task-offered',
      '5 task-responsible',
      '4 task-accountable',
      '3 task-arisen',
      '2 sent',
      '1 received',
    ]);
  });

  it('tells each no, as the one’s who said it', () => {
    const no = { from: 'cert', to: 'me', as: 'accountable', at: 7, reason: 'Har travlt' } as const;
    const tasks = { t: task('t', { declined: [no, { ...no, at: 9 }] }) };
    const nos = timeline({ ...full, tasks }).filter(({ kind }) => kind === 'task-declined');
    expect(nos).toEqual([
      expect.objectContaining({ at: 9, role: 'me', to: 'cert', text: 'Har travlt' }),
      expect.objectContaining({ at: 7, role: 'me', to: 'cert' }),
    ]);
    expect(new Set(nos.map(({ key }) => key)).size).toBe(2);
  });

  it('can be cut to one’s own organisation and to one’s own role', () => {
    const left = (scope: Scope) => told().filter((one) => !told(scope).includes(one));
    expect(left('ours')).toEqual([
      '13 statement',
      '11 decision-made',
      '9 decision-raised',
      '3 task-arisen',
    ]);
    expect(left('own')).toEqual([
      '21 clock-late',
      '13 statement',
      '12 aware',
      '12 clock-started',
      '12 clock-started',
      '11 decision-made',
      '9 decision-raised',
      '8 clock-met',
      '4 task-accountable',
      '3 task-arisen',
    ]);
  });

  it('names each thing once and leads to it', () => {
    const all = timeline(full);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    const places = Object.fromEntries(all.map(({ kind, place }) => [kind, place]));
    expect(places).toMatchObject({
      received: { section: 'inbox', id: 'in' },
      'task-done': { section: 'tasks', id: 't' },
      'decision-made': { section: 'decisions', id: 'd' },
      aware: { section: 'deadlines' },
      contested: { section: 'tasks', id: 't' },
      outside: { section: 'inbox', id: 'in' },
    });
    expect(places['control-asked']).toBeUndefined();
  });

  it('says what a matter and an option are called', () => {
    const find = (kind: string) => timeline(full).find((one) => one.kind === kind);
    expect(find('aware')?.title).toBe('Brud');
    expect(find('decision-made')?.text).toBe('Ja');
    expect(find('task-assigned')?.text).toBe('Tag den');
  });
});
