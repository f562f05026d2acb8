/**
 * A small exercise with something of everything: the fixture behind the goldens. Hostile words come
 * from where hostile words can come from: a participant, an observer, a planner.
 */
import { type Plan, type Question, UNSURE } from '../../engine/plan/plan.ts';
import { MINUTE } from '../../engine/scenario/time.ts';
import { planOf, role, taskOf, writer } from './fixture.ts';

const HOSTILE =
  '<img src=x onerror=alert(1)> | **fed** [link](javascript:alert(1)) \u001b[31mrød\u001b[0m \u202egnirts';
const FORMULA = '=HYPERLINK("http://example.invalid","klik")';

const inject = (
  id: string,
  number: number,
  title: Plan['title'],
  to: readonly string[],
  facts: readonly string[],
  ifNot?: string,
): Plan['injects'][0] => ({
  id,
  number,
  title,
  body: title,
  from: { name: { da: 'Vagtcentral', en: 'Watch desk' } },
  to,
  channel: 'phone',
  domain: 'digital',
  marking: 'TLP:AMBER',
  facts,
  objectives: [],
  trigger: ifNot === 'is' ? { type: 'if-not', of: [] } : { type: 'at', at: 0 },
  phases: [],
  ...(ifNot !== undefined && ifNot !== 'is' && { ifNot }),
});
const ASKED = ['it-duty', 'it-manager', 'crisis-lead', 'dpo', 'cert-duty', 'region-it'];
const poll = (id: string, task: string, to: readonly string[]): Question => ({
  id,
  kind: 'poll',
  task,
  trigger: { type: 'manual' },
  to,
  objectives: [],
});
/** The options' words are a planner's: a formula, and a tag. */
const probe = (id: string, truth: string): Question => ({
  id,
  kind: 'probe',
  question: { da: 'Hvad er ramt?', en: 'What is hit?' },
  options: [
    { id: 'all', title: { da: 'Al drift', en: 'All operations' } },
    { id: 'some', title: `${FORMULA} <script>alert(1)</script>` },
  ],
  truth,
  trigger: { type: 'manual' },
  to: ASKED,
  objectives: [],
});
const fact = (id: string, da: string, en: string): Plan['facts'][0] => ({
  id,
  text: { da, en },
  domain: 'digital',
  trueFrom: 0,
  marking: 'TLP:AMBER',
});
const clock = (id: string, da: string, en: string, organisation: string, hours: number) =>
  ({
    id,
    clock: id === 'breach-notice' ? 'gdpr.33' : 'nis2.early_warning',
    title: { da, en },
    matter: id === 'breach-notice' ? 'personal-data-breach' : 'significant-incident',
    organisation,
    deadline: hours * 60 * MINUTE,
    source: id === 'breach-notice' ? 'DT' : 'EU-23',
    confidence: 'high',
  }) as const;

export const exercisePlan = planOf({
  id: 'kommune-it-lille',
  title: { da: 'Fællesdrift nede', en: 'Shared operations down' },
  purpose: {
    da: 'At afprøve, hvem der varsler, beslutter og orienterer, når den fælles it-drift svigter.',
    en: 'To test who warns, decides and informs when shared IT operations fail.',
  },
  threatBasis: { title: 'Cybertruslen mod Danmark', date: '2025-09-01' },
  organisations: [
    { id: 'it-faelles', name: 'IT-Fælles Syd' },
    { id: 'nordby', name: 'Nordby Kommune' },
    { id: 'cert', name: { da: 'Kommunernes CERT', en: 'The municipalities’ CERT' } },
    { id: 'region', name: { da: 'Region Syd', en: 'South Region' } },
    { id: 'media', name: { da: 'Pressen', en: 'The press' } },
  ],
  roles: [
    { ...role('it-duty', 'it-faelles', { da: 'It-driftsvagt', en: 'IT duty officer' }) },
    { ...role('it-manager', 'it-faelles', { da: 'It-chef', en: 'IT manager' }), deputy: 'it-duty' },
    role('crisis-lead', 'nordby', { da: 'Kriseleder', en: 'Crisis lead' }),
    role('dpo', 'nordby', { da: 'Databeskyttelsesrådgiver', en: 'Data protection officer' }),
    role('cert-duty', 'cert', { da: 'CERT-vagt', en: 'CERT duty officer' }),
    role('region-it', 'region', { da: 'Regionens it-vagt', en: 'Regional IT duty officer' }),
    role('region-care', 'region', { da: 'Akutkoordinator', en: 'Emergency coordinator' }),
    {
      ...role('press', 'media', { da: 'Journalist', en: 'Journalist' }),
      playedBy: 'simcell',
    },
  ],
  objectives: [
    {
      id: 'notify',
      title: { da: 'Varsling inden for fristerne', en: 'Notification within the deadlines' },
      capability: 'information',
    },
    {
      id: 'public',
      title: { da: 'Én stemme udadtil', en: 'One voice to the public' },
      capability: 'communication',
    },
  ],
  facts: [
    fact('encrypted', 'Virtualiseringslaget er krypteret', 'The hypervisors are encrypted'),
    fact('leak', 'Borgerdata er lækket', 'Citizen data have leaked'),
    fact('backup', 'Backup er ramt', 'Backup is hit'),
  ],
  tasks: [
    taskOf({
      id: 'early-warning',
      title: { da: 'Tidlig varsling', en: 'Early warning' },
      accountable: ['it-manager'],
      responsible: ['it-duty'],
      consulted: ['crisis-lead'],
      informed: ['cert-duty', 'region-it'],
      needs: ['encrypted'],
      clock: 'nis2.early_warning',
      interface: 'IF-01',
      critical: true,
    }),
    taskOf({
      id: 'breach-notice',
      title: { da: 'Anmeldelse til Datatilsynet', en: 'Notification to the data authority' },
      accountable: ['crisis-lead'],
      responsible: ['dpo'],
      consulted: ['it-manager'],
      informed: ['region-care'],
      needs: ['leak'],
      within: 120 * MINUTE,
      clock: 'gdpr.33',
      critical: true,
      ambiguity: { da: 'Dataansvar eller databehandling?', en: 'Controller or processor?' },
    }),
    taskOf({
      id: 'citizens',
      title: { da: 'Orientering af borgerne', en: 'Informing the citizens' },
      accountable: ['crisis-lead'],
      responsible: ['crisis-lead'],
      support: ['it-duty'],
      consulted: ['dpo'],
      informed: ['press'],
      within: 90 * MINUTE,
    }),
    taskOf({
      id: 'isolate',
      title: { da: 'Afkobling af kunderne', en: 'Disconnecting the customers' },
      accountable: ['it-manager'],
      responsible: ['it-duty'],
      informed: ['crisis-lead'],
      needs: ['encrypted', 'backup'],
      within: 30 * MINUTE,
    }),
    taskOf({
      id: 'restore',
      title: { da: 'Reetableringsplan', en: 'Restoration plan' },
      accountable: ['it-manager'],
      responsible: ['it-duty'],
    }),
  ],
  interfaces: [
    {
      id: 'IF-01',
      title: { da: 'Enhed til CERT', en: 'Entity to CERT' },
      from: ['it-manager', 'it-duty'],
      to: ['cert-duty'],
      carries: ['encrypted'],
      within: 60 * MINUTE,
    },
    {
      id: 'IF-09',
      title: { da: 'Kommune og it-driftsfællesskab', en: 'Municipality and IT operator' },
      from: ['crisis-lead', 'dpo'],
      to: ['it-manager'],
      carries: ['leak'],
    },
    {
      id: 'IF-12',
      title: { da: 'Enhed til region', en: 'Entity to region' },
      from: ['cert-duty'],
      to: ['region-it'],
      carries: ['backup'],
    },
  ],
  decisions: [
    {
      id: 'disconnect',
      question: { da: 'Skal alle kunder kobles af?', en: 'Disconnect all customers?' },
      authority: ['it-manager'],
      consult: ['crisis-lead'],
      inform: ['crisis-lead'],
      needs: ['encrypted', 'backup'],
      within: 30 * MINUTE,
      default: 'stay',
      phases: [],
      options: [
        { id: 'cut', title: { da: 'Kobl alle af', en: 'Disconnect all' } },
        { id: 'stay', title: { da: 'Bliv på', en: 'Stay connected' } },
      ],
      domain: 'digital',
      objectives: [],
    },
    {
      id: 'pay',
      question: {
        da: 'Skal vi forhandle med gerningsmændene?',
        en: 'Negotiate with the attackers?',
      },
      authority: ['crisis-lead'],
      consult: [],
      inform: [],
      needs: ['leak'],
      within: 45 * MINUTE,
      default: 'no',
      phases: [],
      options: [
        { id: 'yes', title: { da: 'Forhandl', en: 'Negotiate' } },
        { id: 'no', title: { da: 'Afvis', en: 'Refuse' } },
      ],
      domain: 'digital',
      objectives: [],
    },
    {
      id: 'statement',
      question: { da: 'Hvad siger vi offentligt?', en: 'What do we say in public?' },
      authority: ['crisis-lead'],
      consult: [],
      inform: [],
      needs: [],
      within: 60 * MINUTE,
      default: 'nothing',
      phases: [],
      options: [
        { id: 'open', title: { da: 'Sig det, som det er', en: 'Say how it is' } },
        { id: 'nothing', title: { da: 'Ingen kommentarer', en: 'No comment' } },
      ],
      domain: 'digital',
      objectives: [],
    },
  ],
  phases: [
    { id: 'alarm', title: { da: 'Alarm', en: 'Alarm' }, next: [{ to: 'spread' }] },
    { id: 'spread', title: { da: 'Spredning', en: 'Spreading' }, next: [] },
    { id: 'calm', title: { da: 'Stille', en: 'Calm' }, next: [{ to: 'storm' }], thread: 'media' },
    { id: 'storm', title: { da: 'Mediestorm', en: 'Media storm' }, next: [], thread: 'media' },
  ],
  threads: [{ id: 'media', title: { da: 'Medier <&>', en: 'Media <&>' }, begins: 'calm' }],
  questions: [
    poll('owner-warning', 'early-warning', ASKED),
    poll('owner-breach', 'breach-notice', ASKED.slice(0, 4)),
    poll('owner-restore', 'restore', ['it-manager', 'dpo']),
    probe('hit-early', 'all'),
    probe('hit-late', 'some'),
  ],
  injects: [
    inject(
      'alarm-call',
      1,
      { da: 'Natlig alarm', en: 'Night alarm' },
      ['it-duty', 'crisis-lead'],
      ['encrypted'],
    ),
    inject(
      'ransom-note',
      2,
      { da: 'Kravbrev', en: 'Ransom note' },
      ['dpo', 'region-it'],
      ['leak'],
      'nudge',
    ),
    inject(
      'nudge',
      3,
      { da: 'Påmindelse om anmeldelse', en: 'Reminder to notify' },
      ['crisis-lead'],
      [],
      'is',
    ),
    inject(
      'backup-report',
      4,
      { da: 'Backuprapport', en: 'Backup report' },
      ['it-manager'],
      ['backup'],
    ),
    inject(
      'press-call',
      5,
      { da: 'Journalist ringer', en: 'Journalist calls' },
      ['crisis-lead'],
      [],
    ),
  ],
  expectations: [
    {
      id: 'alarm-call.1',
      inject: 'alarm-call',
      role: 'it-duty',
      does: 'acknowledge',
      to: [],
      facts: [],
      within: 10 * MINUTE,
    },
    {
      id: 'ransom-note.1',
      inject: 'ransom-note',
      role: 'dpo',
      does: 'task',
      task: 'breach-notice',
      to: [],
      facts: [],
      within: 60 * MINUTE,
    },
    {
      id: 'press-call.1',
      inject: 'press-call',
      role: 'crisis-lead',
      does: 'answer',
      to: [],
      facts: [],
      within: 20 * MINUTE,
    },
    {
      id: 'never.1',
      inject: 'never',
      role: 'it-duty',
      does: 'open',
      to: [],
      facts: [],
      within: 20 * MINUTE,
    },
  ],
  matters: [
    { id: 'significant-incident', title: { da: 'væsentlig hændelse', en: 'significant incident' } },
    {
      id: 'personal-data-breach',
      title: { da: 'brud på persondatasikkerheden', en: 'personal data breach' },
    },
  ],
  clocks: [
    clock('early-warning', 'Tidlig varsling (NIS 2)', 'Early warning (NIS 2)', 'it-faelles', 24),
    clock(
      'breach-notice',
      'Anmeldelse af brud (databeskyttelsesforordningen)',
      'Breach notification (GDPR)',
      'nordby',
      72,
    ),
  ],
  hotWash: [{ id: 'best', question: { da: 'Hvad gik bedst?', en: 'What went best?' } }],
});

export function exercise() {
  const w = writer(exercisePlan);
  ['it-duty', 'it-manager', 'crisis-lead', 'dpo', 'cert-duty'].forEach((id) => w.seat(id));
  w.seat('region-it', true);
  w.at(0).start();
  w.due({ type: 'phase.entered', phase: 'calm', cause: { type: 'start' } });
  w.at(2).release('alarm-call', ['it-duty', 'crisis-lead']);
  w.due({ type: 'obligation.opened', obligation: 'alarm-call.1', due: 12 * MINUTE });
  w.at(6).open('it-duty', 'alarm-call');
  w.control(
    { type: 'item.acknowledge', item: 'alarm-call' },
    { type: 'item.acknowledged', item: 'alarm-call', role: 'it-duty' },
    { type: 'obligation.met', obligation: 'alarm-call.1' },
  );
  w.startTask('early-warning', 60);
  const told = w.send('it-duty', {
    to: ['it-manager'],
    facts: ['encrypted'],
    title: 'Hypervisorer krypteret',
    about: { task: 'early-warning' },
  });
  w.at(10).open('it-manager', told);
  w.openDecision('disconnect', 30);
  w.at(12).open('crisis-lead', 'alarm-call');
  w.at(18).claim('crisis-lead', 'early-warning');
  w.at(20).release('backup-report', ['it-manager']);
  const ask = w.send('it-manager', {
    to: ['crisis-lead'],
    asks: true,
    about: { decision: 'disconnect' },
    body: 'Kan I undvære systemerne?',
  });
  w.at(22).open('it-manager', 'backup-report');
  w.send('crisis-lead', { to: ['it-manager'], replyTo: ask, body: HOSTILE });
  w.at(26).decide('it-manager', 'disconnect', 'cut', ['encrypted', 'backup']);
  w.send('it-manager', {
    to: ['crisis-lead'],
    about: { decision: 'disconnect' },
    body: 'Vi kobler af.',
  });
  w.startTask('isolate', 30);
  w.at(27).claim('it-duty', 'isolate', 'responsible');
  w.ask('hit-early', ASKED);
  w.answer('it-duty', 'hit-early', 'all');
  w.answer('it-manager', 'hit-early', 'all');
  w.answer('crisis-lead', 'hit-early', 'some');
  w.answer('dpo', 'hit-early', UNSURE);
  w.at(28).claim('it-manager', 'early-warning');
  w.declare('it-manager', 'significant-incident', 'it-faelles', {
    'early-warning': (28 + 1440) * MINUTE,
  });
  w.pause(10, 'Reel hændelse i salen');
  w.at(35).ask('owner-warning', ASKED);
  w.answer('it-duty', 'owner-warning', 'it-manager');
  w.answer('it-manager', 'owner-warning', 'it-manager');
  w.at(36).answer('crisis-lead', 'owner-warning', 'crisis-lead');
  w.answer('dpo', 'owner-warning', 'crisis-lead');
  w.at(40).letGo('crisis-lead', 'early-warning');
  w.at(42).answer('region-it', 'owner-warning', UNSURE);
  w.at(52).finish('it-manager', 'early-warning', { type: 'clock.met', clock: 'early-warning' });
  const outcome = w.send('it-manager', {
    to: ['cert-duty', 'region-it'],
    about: { task: 'early-warning' },
    facts: ['encrypted'],
  });
  w.at(55).open('cert-duty', outcome);
  w.at(60).finish('it-duty', 'isolate');
  w.due({ type: 'phase.entered', phase: 'spread', from: 'alarm', cause: { type: 'length' } });
  w.at(64).due({ type: 'phase.entered', phase: 'storm', from: 'calm', cause: { type: 'length' } });
  w.at(70).release('ransom-note', ['dpo', 'region-it']);
  w.due({ type: 'obligation.opened', obligation: 'ransom-note.1', due: 130 * MINUTE });
  w.at(75).open('dpo', 'ransom-note');
  w.openDecision('pay', 45);
  w.startTask('breach-notice', 120);
  w.at(85).offer('dpo', 'crisis-lead', 'breach-notice', 'responsible');
  w.at(90).ask('owner-breach', ASKED.slice(0, 4), 'control');
  w.answer('it-duty', 'owner-breach', 'dpo');
  w.answer('it-manager', 'owner-breach', 'dpo');
  w.answer('crisis-lead', 'owner-breach', 'dpo');
  w.answer('dpo', 'owner-breach', 'crisis-lead');
  w.at(95).open('region-it', outcome);
  w.control({ type: 'exercise.jump', to: 118 * MINUTE });
  w.at(118).control(
    { type: 'exercise.pace', pace: 6 },
    { type: 'exercise.jumped', to: 118 * MINUTE },
    { type: 'exercise.paced', pace: 6 },
  );
  w.at(120).lapse('pay', 'no');
  w.at(130).due({ type: 'obligation.overdue', obligation: 'ransom-note.1' });
  w.release('nudge', ['crisis-lead'], 'if-not');
  w.at(135).startTask('citizens', 90);
  w.claim('crisis-lead', 'citizens');
  const hear = w.send('crisis-lead', {
    to: ['dpo'],
    asks: true,
    about: { task: 'citizens' },
    body: 'Må vi skrive, at data er lækket?',
  });
  w.at(140).send('dpo', { to: ['crisis-lead'], replyTo: hear, body: 'Ja, men uden navne.' });
  w.at(142).ask('hit-late', ASKED);
  w.answer('it-duty', 'hit-late', 'some');
  w.answer('crisis-lead', 'hit-late', 'some');
  w.answer('dpo', 'hit-late', 'some');
  w.answer('region-it', 'hit-late', 'all');
  w.ask('owner-restore', ['it-manager', 'dpo']);
  w.at(145).send('it-duty', {
    to: ['crisis-lead'],
    about: { task: 'citizens' },
    body: 'Her er driftsstatus.',
  });
  w.at(150).release('press-call', ['crisis-lead']);
  w.due({ type: 'obligation.opened', obligation: 'press-call.1', due: 170 * MINUTE });
  w.openDecision('statement', 60);
  w.send('press', {
    to: ['crisis-lead'],
    simulated: true,
    title: FORMULA,
    body: 'Hvad er der sket?',
  });
  w.at(165).control(
    {
      type: 'decision.enter',
      decision: 'statement',
      option: 'open',
      role: 'dpo',
      reason: 'Sagt højt i staben',
    },
    {
      type: 'decision.recorded',
      decision: 'statement',
      option: 'open',
      reason: 'Sagt højt i staben',
      role: 'dpo',
      facts: [],
      how: 'control',
    },
  );
  w.at(172).finish('crisis-lead', 'citizens');
  w.send('crisis-lead', { to: ['press'], about: { task: 'citizens' }, body: 'Pressemeddelelse.' });
  w.due({ type: 'obligation.late', obligation: 'press-call.1' });
  w.at(175).control(
    { type: 'observation.note', text: FORMULA, rating: 'S', about: { objective: 'public' } },
    { type: 'observation.noted', text: FORMULA, rating: 'S', about: { objective: 'public' } },
  );
  w.at(190).due({ type: 'thread.ended', thread: 'media', from: 'storm' });
  w.at(195).due({ type: 'task.overdue', task: 'breach-notice' });
  w.at(240).due({ type: 'obligation.lapsed', obligation: 'ransom-note.1' });
  w.end();
  w.control({ type: 'exercise.hotwash' }, { type: 'hotwash.opened' });
  w.control(
    { type: 'hotwash.answer', question: 'best', text: HOSTILE },
    {
      type: 'hotwash.answered',
      question: 'best',
      role: 'dpo',
      text: HOSTILE,
    },
  );
  w.control({ type: 'exercise.close' }, { type: 'exercise.closed' });
  return w;
}
