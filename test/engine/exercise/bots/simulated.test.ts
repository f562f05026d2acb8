/** What a bot answers in the name of a simulated role that control has handed to it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBots, type Crew } from '../../../../engine/exercise/bot.ts';
import { EVERYONE, type Behaviour } from '../../../../engine/exercise/bots/behaviour.ts';
import { BOT_TEXT } from '../../../../engine/exercise/bottext.ts';
import {
  BOT,
  type By,
  type Draft,
  type Input,
  type RoleInput,
} from '../../../../engine/exercise/entry.ts';
import { give, nextPulse, pulse } from '../../../../engine/exercise/pulse.ts';
import { openingInput, seatBots } from '../../../../engine/exercise/rehearse.ts';
import { initialState, type ExerciseState } from '../../../../engine/exercise/state.ts';
import type { Plan } from '../../../../engine/plan/plan.ts';
import { CONTROL, ENGINE, ms, seated, WALL } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const ROLES = {
  duty: { name: 'Duty officer', organisation: 'operator', 'cleared-for': 'TLP:GREEN' },
  lead: { name: 'Crisis lead', organisation: 'town' },
  press: { name: 'Press', organisation: 'media', 'played-by': 'simcell' },
  supplier: { name: 'Supplier', organisation: 'operator', 'played-by': 'simcell' },
};
const BANK = {
  comment: {
    ...{ from: 'press', channel: 'phone', title: 'No comment is a comment' },
    body: 'Then I write that you refused.',
  },
  interview: {
    ...{ from: 'press', channel: 'phone', title: 'An interview tonight' },
    body: 'On camera, with the mayor.',
  },
  secret: {
    ...{ from: 'press', channel: 'email', title: 'We know of the breach', facts: ['breach'] },
    body: 'A source showed us.',
  },
  leads: {
    ...{ from: 'press', channel: 'phone', title: 'Your own figures', to: ['lead'] },
    body: 'How many residents?',
  },
  hotline: {
    ...{ from: 'supplier', channel: 'phone', title: 'Remote account', facts: ['account'] },
    body: 'We open a case.',
  },
};
const plan = scenario({
  roles: ROLES,
  facts: { breach: { marking: 'TLP:RED' }, account: {} },
  tasks: { close: { accountable: 'duty', responsible: ['lead'], needs: ['breach', 'account'] } },
  injects: {
    call: { at: '0m', to: ['duty', 'lead'], facts: ['account'] },
    told: { at: '0m', to: ['lead'], facts: ['breach'] },
  },
  bank: BANK,
});

type Table = {
  readonly state: ExerciseState;
  readonly bots: Crew;
  readonly drafts: readonly Draft[];
  readonly give: (by: By, input: Input) => void;
  readonly until: (time: string) => void;
  readonly write: (role: string, to: string, body: string, more?: Partial<Send>) => void;
  /** What simulated roles have sent so far, in a few words each. */
  readonly said: () => readonly string[];
};
type Send = Extract<RoleInput, { type: 'message.send' }>;

/** Two people, who have opened what they got; control has handed these roles to bots. */
function table(handed: readonly string[] = ['press', 'supplier'], seed = 1, drawn = plan): Table {
  const state = initialState(drawn);
  const bots = createBots(seed, 'en');
  const drafts: Draft[] = [];
  const write = ({ drafts: more }: { readonly drafts: readonly Draft[] }): void =>
    void drafts.push(...more);
  let now = 0;
  const until = (at: number): void => {
    for (let next = nextPulse(state, bots); next !== undefined && next <= at;) {
      write(pulse(state, bots, WALL));
      next = nextPulse(state, bots);
    }
    now = at;
  };
  const self: Table = {
    state,
    bots,
    drafts,
    give: (by, input) => {
      until(now);
      write(give(state, bots, { input, by, at: Math.max(now, state.at), wall: WALL }));
    },
    until: (time) => until(ms(time)),
    write: (role, to, body, more = {}) =>
      self.give(seated(role), { type: 'message.send', to: [to], body, ...more }),
    said: () =>
      [...state.messages.values()]
        .filter(({ simulated }) => simulated)
        .map(({ from, to, prepared = '–' }) => `${from}→${to.join()}: ${prepared}`),
  };
  self.give(ENGINE, openingInput({ plan: drawn, exercise: 'e', seed, engine: 'test' }));
  for (const role of ['duty', 'lead']) {
    self.give(ENGINE, {
      ...{ type: 'seat.take', role, seat: `${role}-1`, pseudonym: role, bot: false },
    });
  }
  self.give(ENGINE, { type: 'exercise.start' });
  self.give(seated('duty'), { type: 'item.open', item: 'call' });
  for (const item of ['call', 'told']) self.give(seated('lead'), { type: 'item.open', item });
  for (const role of handed) self.give(CONTROL, { type: 'simcell.play', role, by: BOT });
  return self;
}

test('the best prepared answer comes after a human while, by the engine, to whoever wrote', () => {
  const t = table();
  t.write('duty', 'press', 'We have no comment for the moment.');
  t.until('2m');
  expect(t.said()).toEqual([]);
  t.until('15m');
  expect(t.said()).toEqual(['press→duty: comment']);
  const [asked, answer] = [...t.state.messages.values()];
  expect(answer).toMatchObject({
    ...{ replyTo: asked!.id, title: 'No comment is a comment', simulated: true, asks: false },
    body: 'Then I write that you refused.',
  });
  expect(answer!.at - asked!.at).toBeGreaterThanOrEqual(ms('3m'));
  expect(asked!.answered.has('press')).toBe(true);
  const sent = t.drafts.find((d) => 'input' in d && d.input.type === 'simcell.send');
  expect(sent?.by).toEqual(ENGINE);
});

test('what the text tells, its reader knows', () => {
  const t = table();
  t.write('duty', 'supplier', 'Please close the remote account.', { facts: ['account'] });
  t.until('20m');
  expect([...t.state.messages.values()].at(-1)).toMatchObject({
    ...{ prepared: 'hotline', facts: ['account'] },
  });
});

describe('which text it is', () => {
  const answerTo = (role: string, body: string, more: Partial<Send> = {}): string | undefined => {
    const t = table();
    t.write(role, 'press', body, more);
    t.until('30m');
    return t.said()[0]?.split(': ')[1];
  };
  test.each<readonly [what: string, role: string, body: string, text: string]>([
    ['by a word of its title', 'duty', 'May we offer an interview?', 'interview'],
    ['by two words of its body', 'duty', 'The mayor is ready for your camera', 'interview'],
    ['inflected', 'duty', 'Interviews are given tonight', 'interview'],
    ['not by one word of its body', 'duty', 'The mayor is asleep', '–'],
    ['not by words that stand in any letter', 'duty', 'With this, what should they have?', '–'],
    ['not one meant for somebody else', 'duty', 'These are our figures', '–'],
    ['one meant for the writer', 'lead', 'These are our figures', 'leads'],
    ['never more than the writer is cleared for', 'duty', 'What of the breach?', '–'],
    ['as much as the writer is cleared for', 'lead', 'What of the breach?', 'secret'],
  ])('%s', (_, role, body, text) => {
    expect(answerTo(role, body)).toBe(text);
  });
  test('by a fact that the message carries, before any word', () => {
    expect(answerTo('lead', 'No comment', { facts: ['breach'] })).toBe('secret');
  });
});

test('where nothing fits, it says politely that it was received, in the bots’ language', () => {
  const t = table();
  t.write('lead', 'press', 'Hello?');
  t.until('20m');
  expect([...t.state.messages.values()].at(-1)!.body).toBe(BOT_TEXT.en.simulated);
});

test('no text goes to the same role twice, whoever sent it first; another role gets it as well', () => {
  const t = table();
  t.write('duty', 'press', 'No comment.');
  t.until('20m');
  t.write('duty', 'press', 'Still no comment.');
  t.until('40m');
  t.give(CONTROL, {
    ...{
      type: 'simcell.send',
      from: 'press',
      to: ['lead'],
      body: 'As prepared',
      prepared: 'comment',
    },
  });
  t.write('lead', 'press', 'No comment.');
  t.until('60m');
  expect(t.said()).toEqual([
    ...['press→duty: comment', 'press→duty: –', 'press→lead: comment', 'press→lead: –'],
  ]);
});

describe('it does not talk for ever', () => {
  test('thanked for its answer, it is silent; asked again, it answers', () => {
    const t = table();
    t.write('duty', 'press', 'Hello?');
    t.until('20m');
    t.write('duty', 'press', 'All right.', { replyTo: 'msg.2' });
    t.until('40m');
    expect(t.said()).toEqual(['press→duty: –']);
    t.write('duty', 'press', 'Really?', { replyTo: 'msg.2', asks: true });
    t.until('60m');
    expect(t.said()).toHaveLength(2);
  });

  test('two simulated roles, both played by bots, do not answer each other', () => {
    const t = table();
    t.write('duty', 'press', 'Hello?');
    t.give(CONTROL, { type: 'simcell.send', from: 'press', to: ['supplier'], body: 'Hello?' });
    t.until('2h');
    expect(t.said()).toEqual(['press→supplier: –', 'press→duty: –']);
  });

  test('a facilitator who plays one of them is answered', () => {
    const t = table(['supplier']);
    t.give(CONTROL, { type: 'simcell.send', from: 'press', to: ['supplier'], body: 'Hello?' });
    t.until('30m');
    expect(t.said()).toEqual(['press→supplier: –', 'supplier→press: –']);
  });

  test('it writes nothing to itself', () => {
    const t = table();
    t.give(CONTROL, { type: 'simcell.send', from: 'press', to: ['duty'], body: 'Hello?' });
    t.until('2h');
    expect(t.said()).toEqual(['press→duty: –']);
  });

  test('among bots of any behaviour in every chair, answers come to an end', () => {
    const behaviours: readonly Behaviour[] = ['human', 'diligent', 'random', 'wrong-addressee'];
    const tied = scenario({
      ...{ roles: ROLES, bank: BANK, facts: { breach: {}, account: {} }, length: '24h' },
      interfaces: {
        i: {
          title: 'I',
          from: ['duty', 'lead'],
          to: ['press', 'supplier'],
          carries: ['account', 'breach'],
        },
      },
      tasks: {
        close: {
          accountable: 'duty',
          responsible: ['lead'],
          consulted: ['press', 'supplier'],
          needs: ['breach', 'account'],
        },
      },
      injects: {
        call: {
          at: '0m',
          from: 'press',
          to: ['duty', 'lead'],
          facts: ['account', 'breach'],
          expect: [{ role: ['duty', 'lead'], does: 'answer', within: '1h' }],
        },
      },
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.constantFrom(...behaviours),
        (seed, how) => {
          const state = initialState(tied);
          const bots = createBots(seed, 'en', new Map([[EVERYONE, how]]));
          const act = (by: By, input: Input): void =>
            void give(state, bots, { input, by, at: state.at, wall: WALL });
          act(ENGINE, openingInput({ plan: tied, exercise: 'e', seed, engine: 'test' }));
          for (const seat of seatBots(state)) act(ENGINE, seat);
          act(ENGINE, { type: 'exercise.start' });
          for (const role of ['press', 'supplier'])
            act(CONTROL, { type: 'simcell.play', role, by: BOT });
          let late = 0;
          for (
            let next = nextPulse(state, bots);
            next !== undefined;
            next = nextPulse(state, bots)
          ) {
            if (next > ms('20h'))
              late += pulse(state, bots, WALL).events.filter(
                ({ type }) => type === 'message.sent',
              ).length;
            else pulse(state, bots, WALL);
          }
          const sent = [...state.messages.values()];
          expect(late).toBe(0);
          expect(sent.filter(({ simulated }) => simulated).length).toBeGreaterThan(0);
          expect(sent.length).toBeLessThan(60);
          const texts = sent.flatMap(({ from, to, prepared }) =>
            prepared ? [`${from} ${to.join()} ${prepared}`] : [],
          );
          expect(new Set(texts).size).toBe(texts.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('whose the role is', () => {
  test('nobody’s, or a facilitator’s: no bot answers', () => {
    const t = table([]);
    t.write('duty', 'press', 'No comment.');
    t.give(CONTROL, { type: 'simcell.play', role: 'press', by: 'Lead' });
    t.write('duty', 'press', 'No comment.');
    t.until('2h');
    expect(t.said()).toEqual([]);
  });

  test('taken back: what was not yet sent is dropped, and stays dropped when it is handed on again', () => {
    const t = table();
    t.write('duty', 'press', 'No comment.');
    t.until('1m');
    t.give(CONTROL, { type: 'simcell.play', role: 'press', by: 'Lead' });
    t.give(CONTROL, { type: 'simcell.play', role: 'press', by: BOT });
    t.until('1h');
    expect(t.said()).toEqual([]);
    t.write('duty', 'press', 'An interview?');
    t.until('2h');
    expect(t.said()).toEqual(['press→duty: interview']);
  });

  test('handed to the bot that has it already: nothing is dropped', () => {
    const t = table();
    t.write('duty', 'press', 'No comment.');
    t.give(CONTROL, { type: 'simcell.play', role: 'press', by: BOT });
    t.until('1h');
    expect(t.said()).toEqual(['press→duty: comment']);
  });

  test('what control has answered meanwhile, the bot does not answer again', () => {
    const t = table();
    t.write('duty', 'press', 'No comment.');
    t.give(CONTROL, {
      ...{ type: 'simcell.send', from: 'press', to: ['duty'], body: 'Why not?', replyTo: 'msg.1' },
    });
    t.until('1h');
    expect(t.said()).toEqual(['press→duty: –']);
  });

  test('while time stands still nothing is sent', () => {
    const t = table();
    t.write('duty', 'press', 'No comment.');
    t.give(CONTROL, { type: 'exercise.pause', kind: 'real' });
    t.until('1h');
    expect(t.said()).toEqual([]);
  });
});

test('the same seed answers the same at the same times, another seed at others', () => {
  const run = (seed: number, drawn: Plan): readonly number[] => {
    const t = table(undefined, seed, drawn);
    t.write('duty', 'press', 'No comment.');
    t.write('lead', 'supplier', 'Hello?');
    t.until('1h');
    return [...t.state.messages.values()].map(({ at }) => at);
  };
  expect(run(3, plan)).toEqual(run(3, plan));
  expect(run(3, plan)).not.toEqual(run(4, plan));
});
