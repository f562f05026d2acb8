/** What the live region says, and that it says it once. */
import { describe, expect, it } from 'vitest';
import { news } from '../../participant-ui/news.ts';
import { words } from '../../participant-ui/text.ts';
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

  it('tells of a pause', () => {
    const paused = viewWith({ exercise: { exercise: { ...exercise, status: 'paused' } } });
    expect(heard(viewWith(), paused)).toEqual([da.statusNotice.paused]);
  });
});
