/**
 * A small plan with something of everything, the new parts of the language too: threads, questions,
 * attachments, instances of a template. Hostile words stand where planners write.
 * Knows: what a plan looks like. Does not know: the compiler.
 */
import type { Inject, Plan } from '../../../engine/plan/plan.ts';
import { HOUR, MINUTE } from '../../../engine/scenario/time.ts';
import { planOf, role, taskOf } from '../fixture.ts';

export const HOSTILE =
  '<img src=x onerror=alert(1)> & "q" \\N [a](javascript:alert(1)) \u001b[31mrød\u001b[0m \u202egnirts';

export const inject = (id: string, number: number, parts: Partial<Inject>): Inject => ({
  id,
  number,
  title: { da: `Indspil ${id}`, en: `Inject ${id}` },
  body: { da: `Teksten til **${id}**.`, en: `The text of **${id}**.` },
  from: { name: { da: 'Vagtcentral', en: 'Watch desk' } },
  to: ['it-duty'],
  channel: 'phone',
  domain: 'digital',
  marking: 'TLP:AMBER',
  facts: [],
  objectives: [],
  trigger: { type: 'manual' },
  phases: [],
  ...parts,
});

export const smallPlan: Plan = planOf({
  id: 'lille',
  title: { da: 'Drift nede', en: 'Operations down' },
  summary: { da: 'Et **angreb** rammer driften.', en: 'An **attack** hits operations.' },
  purpose: { da: 'At afprøve, hvem der varsler.', en: 'To test who warns.' },
  contentWarning: { da: 'Berører syge borgere.', en: 'Touches on ill residents.' },
  threatBasis: { title: 'Cybertruslen mod Danmark', date: '2025-09-01' },
  length: 3 * HOUR,
  pace: 2,
  begins: 'alarm',
  organisations: [
    { id: 'it', name: 'IT-Fælles' },
    { id: 'kommune/nordby', name: 'Nordby Kommune' },
    { id: 'kommune/sundby', name: 'Sundby Kommune' },
    { id: 'media', name: { da: 'Pressen', en: 'The press' } },
  ],
  roles: [
    {
      ...role('it-duty', 'it', { da: 'It-vagt', en: 'IT duty officer' }),
      briefing: { da: 'Du er alene på vagt.', en: 'You are alone on duty.' },
      deputy: 'it-manager',
      clearedFor: 'TLP:AMBER',
    },
    role('it-manager', 'it', { da: 'It-chef', en: 'IT manager' }),
    role('kommune/nordby/lead', 'kommune/nordby', { da: 'Kriseleder', en: 'Crisis lead' }),
    role('kommune/sundby/lead', 'kommune/sundby', { da: 'Kriseleder', en: 'Crisis lead' }),
    { ...role('press', 'media', { da: 'Journalist', en: 'Journalist' }), playedBy: 'simcell' },
  ],
  objectives: [
    { id: 'warn', title: { da: 'Varsling', en: 'Warning' }, capability: 'information' },
    { id: 'unused', title: { da: 'Uprøvet', en: 'Untested' }, capability: 'operations' },
  ],
  facts: [
    {
      id: 'encrypted',
      text: { da: 'Værterne er krypteret.', en: 'The hosts are encrypted.' },
      domain: 'digital',
      trueFrom: 0,
      marking: 'TLP:AMBER',
    },
    { id: 'leak', text: HOSTILE, domain: 'digital', trueFrom: HOUR, marking: 'TLP:RED' },
  ],
  tasks: [
    taskOf({
      id: 'early-warning',
      title: { da: 'Tidlig varsling', en: 'Early warning' },
      accountable: ['it-manager', 'kommune/nordby/lead'],
      responsible: ['it-duty'],
      consulted: ['kommune/sundby/lead'],
      needs: ['encrypted'],
      starts: { type: 'inject', inject: 'call', is: 'released' },
      within: 60 * MINUTE,
      critical: true,
      interface: 'IF-01',
      clock: 'nis2.early_warning',
      objectives: ['warn'],
      ambiguity: { da: 'Ingen ved, hvem der ejer den.', en: 'Nobody knows who owns it.' },
    }),
    taskOf({ id: 'restore', title: HOSTILE, accountable: ['it-manager'], needs: ['leak'] }),
  ],
  interfaces: [
    {
      id: 'IF-01',
      title: { da: 'Drift → kommune', en: 'Operations → municipality' },
      from: ['it-duty'],
      to: ['kommune/nordby/lead'],
      carries: ['encrypted'],
      starts: { type: 'fact', fact: 'encrypted', by: ['it-duty'], mode: 'any' },
      within: 30 * MINUTE,
    },
  ],
  decisions: [
    {
      id: 'cut',
      question: { da: 'Skal vi koble fra?', en: 'Do we disconnect?' },
      authority: ['it-manager'],
      consult: ['it-duty'],
      inform: ['kommune/nordby/lead'],
      needs: ['encrypted'],
      opens: { type: 'inject', inject: 'call', is: 'released' },
      within: 30 * MINUTE,
      default: 'stay',
      phases: ['alarm'],
      options: [
        { id: 'cut', title: { da: 'Kobl fra', en: 'Disconnect' }, goto: 'dark' },
        { id: 'stay', title: { da: 'Bliv på', en: 'Stay' }, goto: 'spread' },
      ],
      domain: 'digital',
      objectives: [],
    },
  ],
  threads: [{ id: 'press-line', title: { da: 'Medierne', en: 'The media' }, begins: 'calm' }],
  phases: [
    {
      id: 'alarm',
      title: { da: 'Alarm', en: 'Alarm' },
      length: 2 * HOUR,
      next: [{ to: 'spread' }],
    },
    { id: 'dark', title: { da: 'Mørkt', en: 'Dark' }, length: HOUR, next: [] },
    { id: 'spread', title: { da: 'Spredning', en: 'Spreading' }, length: 2 * HOUR, next: [] },
    {
      id: 'calm',
      title: { da: 'Ro', en: 'Calm' },
      thread: 'press-line',
      gate: { type: 'expectation', expectation: 'call.1', is: 'met' },
      next: [{ to: 'storm' }],
    },
    { id: 'storm', title: { da: 'Storm', en: 'Storm' }, thread: 'press-line', next: [] },
  ],
  injects: [
    inject('call', 1, {
      trigger: { type: 'at', at: 15 * MINUTE },
      facts: ['encrypted'],
      objectives: ['warn'],
      ifNot: 'nudge',
      files: ['skærm.png'],
      notes: { da: 'HEMMELIG NOTE', en: 'SECRET NOTE' },
    }),
    inject('dark-floor', 2, {
      trigger: { type: 'after', when: { type: 'phase', phase: 'dark' }, delay: 20 * MINUTE },
      phases: ['dark'],
      to: ['it-manager'],
    }),
    inject('spread-news', 3, {
      title: HOSTILE,
      trigger: { type: 'after', when: { type: 'phase', phase: 'spread' }, delay: 10 * MINUTE },
      to: ['it-duty', 'it-manager', 'kommune/nordby/lead', 'kommune/sundby/lead'],
      channel: 'news',
    }),
    inject('nudge', 4, {
      title: { da: 'HEMMELIG RESERVE', en: 'SECRET RESERVE' },
      body: 'HEMMELIG RESERVE',
      trigger: { type: 'if-not', of: ['call'] },
      files: ['hemmelig.pdf'],
    }),
    inject('by-hand', 5, {}),
    inject('blamed', 6, {
      trigger: {
        type: 'when',
        when: { type: 'expectation', expectation: 'call.1', is: 'overdue' },
      },
    }),
  ],
  expectations: [
    {
      id: 'call.1',
      inject: 'call',
      role: 'it-duty',
      does: 'message',
      to: ['kommune/sundby/lead'],
      facts: ['encrypted'],
      within: 20 * MINUTE,
    },
  ],
  questions: [
    {
      id: 'owner',
      kind: 'poll',
      task: 'early-warning',
      trigger: { type: 'at', at: HOUR },
      to: ['it-manager'],
      objectives: ['warn'],
    },
    {
      id: 'what',
      kind: 'probe',
      question: { da: 'Hvad er nede?', en: 'What is down?' },
      options: [
        { id: 'all', title: { da: 'Alt', en: 'Everything' } },
        { id: 'mail', title: { da: 'Kun e-mail', en: 'Mail only' } },
      ],
      truth: 'all',
      trigger: { type: 'when', when: { type: 'time-after', at: 90 * MINUTE } },
      to: ['it-duty'],
      objectives: [],
    },
  ],
  bank: [
    {
      id: 'press-again',
      title: { da: 'Opfølgende spørgsmål', en: 'Follow-up question' },
      body: HOSTILE,
      from: { role: 'press' },
      channel: 'phone',
      facts: ['encrypted'],
      to: ['it-manager'],
      notes: { da: 'Når I tier for længe.', en: 'When you are silent for too long.' },
    },
    {
      id: 'relative',
      title: { da: 'En pårørende', en: 'A relative' },
      body: { da: '»HEMMELIG BANK«', en: '"SECRET BANK"' },
      from: { name: HOSTILE },
      channel: 'social',
      facts: [],
      to: [],
    },
  ],
  files: [
    { name: 'skærm.png', type: 'image/png', bytes: 20_480, digest: 'ab'.repeat(32) },
    { name: 'hemmelig.pdf', type: 'application/pdf', bytes: 1_024, digest: 'cd'.repeat(32) },
  ],
  matters: [
    { id: 'significant-incident', title: { da: 'Væsentlig hændelse', en: 'Significant incident' } },
  ],
  clocks: [
    {
      id: 'early-warning',
      clock: 'nis2.early_warning',
      title: { da: 'Tidlig varsling (NIS 2)', en: 'Early warning (NIS 2)' },
      matter: 'significant-incident',
      organisation: 'it',
      deadline: 24 * HOUR,
      source: 'EU-23',
      confidence: 'high',
    },
  ],
  hotWash: [{ id: 'q', question: { da: 'Hvad gik godt?', en: 'What went well?' } }],
});

/** 300 roles in 60 organisations, each reached by some of 400 injects over 30 hours. */
export function crowdPlan(): Plan {
  const organisations = Array.from({ length: 60 }, (_, i) => ({
    id: `org-${i}`,
    name: `Organisation ${i}`,
  }));
  const roles = Array.from({ length: 300 }, (_, i) =>
    role(`role-${i}`, `org-${i % 60}`, `Rolle nummer ${i}`),
  );
  const injects = Array.from({ length: 400 }, (_, i) =>
    inject(`i-${i}`, i + 1, {
      trigger: { type: 'at', at: i * 4 * MINUTE },
      to: Array.from({ length: 9 }, (__, k) => `role-${(i * 7 + k * 31) % 300}`),
      facts: i % 20 === 0 ? [`f-${i / 20}`] : [],
    }),
  );
  return planOf({
    organisations,
    roles,
    injects,
    facts: Array.from({ length: 20 }, (_, i) => ({
      id: `f-${i}`,
      text: `Oplysning ${i}`,
      domain: 'digital' as const,
      trueFrom: 0,
      marking: 'TLP:AMBER' as const,
    })),
    tasks: Array.from({ length: 40 }, (_, i) =>
      taskOf({
        id: `t-${i}`,
        accountable: [`role-${i * 7}`],
        responsible: [`role-${i * 7 + 1}`],
        informed: Array.from({ length: 8 }, (__, k) => `role-${(i * 11 + k * 37) % 300}`),
        needs: [`f-${i % 20}`],
      }),
    ),
  });
}
