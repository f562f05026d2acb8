/** What the live region says, and that it says it once. */
import { describe, expect, it } from 'vitest';
import { news } from '../../participant-ui/news.ts';
import { words } from './words.ts';
import { exercise, item, task, viewWith } from './support.ts';

const da = words('da');
const heard = (before = viewWith(), after = viewWith()) => news(before, after, da, 'da');

describe('news', () => {
  it('is silent when nothing new has come', () => {
    const seen = viewWith({ items: { a: item('a') }, tasks: { t: task('t') } });
    const opened = viewWith({ ...seen, items: { a: item('a', { opened: 5 }) } });
    expect(heard(seen, opened)).toEqual([]);
  });

  it('names what has arrived, not what one sent oneself', () => {
    const after = viewWith({ items: { a: item('a'), b: item('b', { sent: true }) } });
    expect(heard(viewWith(), after)).toEqual(['Ny: Telefonopkald fra Vagtcentral: Om a']);
  });

  it('counts a flood instead of reading it out', () => {
    const items = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, item(id)]));
    expect(heard(viewWith(), viewWith({ items }))).toEqual(['4 nye meddelelser']);
  });

  it('tells of tasks, and of a handover offered to this role alone', () => {
    const offer = { from: 'cert', to: 'me', as: 'accountable', at: 0 } as const;
    const before = viewWith({ tasks: { t: task('t') } });
    const offered = viewWith({ tasks: { t: task('t', { offers: [offer] }) } });
    const elsewhere = viewWith({
      tasks: { t: task('t', { offers: [{ ...offer, to: 'colleague' }] }) },
    });
    expect(heard(viewWith(), before)).toEqual(['Ny opgave: Opgave t']);
    expect(heard(before, offered)).toEqual(['Tilbud om at overtage opgaven: Opgave t']);
    expect(heard(offered, offered)).toEqual([]);
    expect(heard(before, elsewhere)).toEqual([]);
  });

  it('tells of a pause, and why', () => {
    const paused = { ...exercise, status: 'paused' } as const;
    const after = viewWith({ exercise: { exercise: paused } });
    expect(heard(viewWith(), after)).toEqual([da.statusNotice.paused]);
    const why = viewWith({ exercise: { exercise: { ...paused, reason: 'Ro' } } });
    expect(heard(viewWith(), why)).toEqual([`${da.statusNotice.paused} Begrundelse: Ro`]);
  });

  it('tells what a pause is for; of a real incident its own alert does', () => {
    const pausedFor = (hold?: 'real' | 'discussion' | 'step') =>
      viewWith({
        exercise: { exercise: { ...exercise, status: 'paused', ...(hold ? { hold } : {}) } },
      });
    expect(heard(viewWith(), pausedFor('discussion'))).toEqual([da.held.discussion]);
    expect(heard(pausedFor('discussion'), pausedFor('step'))).toEqual([da.held.step]);
    expect(heard(pausedFor('step'), pausedFor('step'))).toEqual([]);
    expect(heard(viewWith(), pausedFor('real'))).toEqual([]);
    expect(heard(pausedFor('real'), viewWith())).toEqual([da.statusNotice.running]);
  });

  it('tells what one is asked to take, and what became of what one asked', () => {
    const asked = { from: 'cert', to: 'me', as: 'responsible', at: 0, assigned: true } as const;
    const ours = { from: 'me', to: 'cert', as: 'accountable', at: 0 } as const;
    const before = viewWith({ tasks: { t: task('t') } });
    const assigned = viewWith({ tasks: { t: task('t', { offers: [asked] }) } });
    expect(heard(before, assigned)).toEqual([da.newAssignment('Opgave t')]);
    // Once, though the task is new too.
    expect(heard(viewWith(), assigned)).toEqual([da.newAssignment('Opgave t')]);
    const offered = viewWith({ tasks: { t: task('t', { offers: [ours] }) } });
    const who = 'cert da, Org cert';
    // Already at work on it is not the same as having taken it over.
    const works = { role: 'cert', as: 'responsible', since: 0 } as const;
    const no = { ...ours, at: 9, reason: 'Vi har\ningen folk' };
    const holders = [works];
    const declined = viewWith({ tasks: { t: task('t', { holders, declined: [no] }) } });
    const told = `${da.offerDeclined(who, 'Opgave t')}. Begrundelse: Vi har ingen folk`;
    expect(heard(offered, declined)).toEqual([told]);
    // A second no, to what was offered anew, is news as the first was; another's is not.
    const others = { ...no, from: 'colleague' };
    const again = viewWith({ tasks: { t: task('t', { declined: [no, others, no] }) } });
    expect(heard(declined, again)).toEqual([told]);
    // Gone without an answer: we let go of the task ourselves.
    expect(heard(offered, viewWith({ tasks: { t: task('t') } }))).toEqual([]);
    const holds = { role: 'cert', as: 'accountable', since: 0 } as const;
    const taken = viewWith({ tasks: { t: task('t', { holders: [holds] }) } });
    expect(heard(offered, taken)).toEqual([da.offerTaken(who, 'Opgave t')]);
  });

  it('tells of others’ statements, picture, contributions and decisions, not of one’s own', () => {
    const row = { seq: 1, at: 0, facts: [], title: 'T', body: 'B', outlet: 'web' } as const;
    const part = { seq: 1, at: 0, facts: [], text: 'x', version: 1, marking: 'TLP:GREEN' } as const;
    const decision = { id: 'd', question: 'Hvad?', options: [], openedAt: 0, due: 1 };
    const before = viewWith({ decisions: { d: decision } });
    const by = (role: string) =>
      viewWith({
        statements: { s: { ...row, id: 's', role } },
        picture: { p: { ...part, id: 'p', role, section: 'outlook' } },
        decisions: {
          d: {
            ...decision,
            discussion: [{ role, at: 0, text: 'x' }],
            made: { option: 'o', reason: '', role, at: 0, how: 'role' },
          },
        },
      });
    const who = 'cert da, Org cert';
    expect(heard(before, by('cert'))).toEqual([
      da.newDiscussion(who, 'Hvad?'),
      da.newMade('Hvad?'),
      da.newStatement(who, 'T'),
      da.newPicture('Forventet udvikling', who),
    ]);
    expect(heard(before, by('me'))).toEqual([]);
  });

  it('reads out control’s answer, and a later one again', () => {
    const row = { id: 'a', at: 0, role: 'me', text: '?' };
    const with_ = (at?: number) =>
      viewWith({
        asks: { a: { ...row, ...(at === undefined ? {} : { answer: { at, text: 'Ja' } }) } },
      });
    expect(heard(with_(), with_(1))).toEqual([da.newControlAnswer('Ja')]);
    expect(heard(with_(1), with_(1))).toEqual([]);
    expect(heard(with_(1), with_(2))).toEqual([da.newControlAnswer('Ja')]);
  });
});
