/**
 * Writes a journal in which everything happens that can happen. `npx tsx test/journals/record.ts`
 * makes one for the engine's present format; it never touches one that is there: old journals are
 * kept as they were written, and must replay for ever.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOURNAL_FORMAT } from '../../engine/exercise/entry.ts';
import { journalText } from '../support/conduct.ts';
import { ENGINE, given, staff } from '../support/given.ts';
import { scenario } from '../support/scenario.ts';

const plan = scenario({
  facts: {
    leak: { certainty: 'likely' },
    deep: { marking: 'TLP:RED', 'true-from': '10m' },
    worse: { 'variant-of': 'deep', certainty: 'possible' },
  },
  tasks: {
    warn: {
      starts: { fact: 'leak', 'opened-by': 'duty' },
      clock: 'warning',
      within: '30m',
      consulted: ['lead'],
      restores: { plans: { level: '100%', 'data-gap': '2h' } },
    },
    undue: { clock: 'undue', within: '20m' },
    town: { accountable: 'lead', responsible: ['lead'], starts: { inject: 'adrift' } },
  },
  services: { net: { title: 'Net' }, plans: { title: 'Plejeplaner', 'depends-on': ['net'], rto: '1h', rpo: '1h', owner: 'lead' } },
  decisions: {
    cut: {
      opens: { inject: 'call', is: 'opened' },
      phase: 'alarm',
      needs: ['leak'],
      options: { cut: { title: 'Cut', goto: 'contained' }, stay: { title: 'Stay' } },
    },
    lapse: { within: '10m' },
    aloud: { inform: ['lead'] },
  },
  phases: {
    alarm: { length: '1h', next: 'spreading' },
    contained: { gate: { task: 'warn', is: 'overdue' }, next: 'spreading' },
    spreading: { length: '2h' },
    calm: { thread: 'media', length: '15m', next: 'storm' },
    storm: { thread: 'media', gate: { task: 'warn', is: 'done' } },
  },
  threads: { media: { title: 'Media', begins: 'calm' } },
  polls: {
    owner: { at: '18m', asks: 'owner-of', task: 'warn', to: ['all'] },
    later: { manual: true, asks: 'owner-of', task: 'undue', to: ['lead'] },
    never: { at: '2h', asks: 'owner-of', task: 'undue', to: ['lead'] },
  },
  probes: {
    down: {
      after: { inject: 'call', is: 'opened', delay: '16m' },
      question: 'Hvad er nede?',
      options: { all: 'Alt', some: 'Noget' },
      truth: 'some',
      to: ['town'],
    },
  },
  injects: {
    call: {
      at: '0m',
      to: ['all'],
      facts: ['leak'],
      services: { net: '0%', plans: '20%' },
      'if-not': 'nudge',
      expect: [
        { role: 'duty', does: 'acknowledge', within: '10m' },
        { id: 'told', role: ['duty', 'boss'], does: 'message', to: 'town', facts: ['leak'], within: '15m' },
        { role: 'boss', does: 'declare', within: '40m' },
        { role: 'boss', does: 'decision', decision: 'cut' },
        { role: 'duty', does: 'task', task: 'warn' },
      ],
    },
    nudge: {},
    adrift: { after: { inject: 'call', is: 'answered', delay: '5m' }, facts: ['deep'], to: ['lead'] },
    watch: { when: { expectation: 'told/duty', is: 'overdue' }, expect: [{ role: 'duty', does: 'open', within: '3h 30m' }] },
    gone: { at: '50m', phase: 'alarm' },
    skipped: { at: '45m' },
    held: { at: '46m' },
    rung: { at: '4m', to: ['lead'], facts: ['worse'], expect: [{ role: 'lead', does: 'acknowledge', within: '10m' }] },
  },
  'hot-wash': { best: 'What went well?' },
});

const seat = { type: 'seat.take', role: 'boss', seat: 'boss-1', pseudonym: 'Kastanje', bot: false } as const;
const LEAD = staff('F1');
const { drafts } = given(plan)
  .input(ENGINE, seat)
  .input(ENGINE, { type: 'staff.join', staff: 'F1', kind: 'lead' })
  .input(LEAD, { type: 'staff.join', staff: 'F2', kind: 'controller', lane: ['town'] })
  .input(LEAD, { type: 'staff.join', staff: 'F3', kind: 'evaluator' })
  .input(LEAD, { type: 'staff.join', staff: 'F4', kind: 'observer' })
  .input(LEAD, { type: 'simcell.play', role: 'press', by: 'F2' })
  .input(LEAD, { type: 'inject.change', inject: 'rung', due: 180_000, title: { da: 'Ringer', en: 'Ringing' }, reason: 'Tidligere' })
  .as('duty', { type: 'item.open', item: 'call' })
  .as('duty', { type: 'practice.finish', opened: 2_300, acknowledged: 4_100 })
  .as('lead', { type: 'control.ask', text: 'Må vi ringe ud?' })
  .input(LEAD, { type: 'control.answer', ask: 'ask.1', text: 'Ja, men sig »øvelse« først.' })
  .input(LEAD, { type: 'exercise.start', step: true })
  .input(LEAD, { type: 'exercise.resume' })
  .at('2m')
  .as('duty', { type: 'item.open', item: 'call' })
  .as('duty', { type: 'item.acknowledge', item: 'call' })
  .as('duty', { type: 'task.claim', task: 'warn', as: 'responsible' })
  .as('duty', { type: 'handover.offer', task: 'warn', to: 'boss', note: 'Your signature' })
  .as('boss', { type: 'handover.decline', task: 'warn', from: 'duty', reason: 'Not yet' })
  .as('duty', { type: 'handover.offer', task: 'warn', to: 'boss' })
  .as('boss', { type: 'handover.accept', task: 'warn', from: 'duty' })
  .input(LEAD, { type: 'inject.hold', inject: 'held' })
  .input(LEAD, { type: 'inject.skip', inject: 'skipped', reason: 'Enough' })
  .at('5m')
  .as('lead', { type: 'message.send', to: ['duty'], replyTo: 'call', body: 'Er I i gang? 🚒', asks: true })
  .as('duty', { type: 'item.open', item: 'msg.1' })
  .as('lead', { type: 'outside.report', about: { inject: 'rung' }, text: 'Vi talte sammen på gangen', to: ['duty'] })
  .as('duty', { type: 'message.send', to: [], outside: 'Leverandøren', body: 'Kan I komme?' })
  .input(LEAD, { type: 'inject.write', to: ['duty'], from: 'Leverandøren', channel: 'phone', title: 'Ja', body: 'Om en time.', replyTo: 'msg.2' })
  .input(staff('F4'), { type: 'exercise.pause', reason: 'En er faldet om', kind: 'real' })
  .as('duty', { type: 'item.open', item: 'call' })
  .as('duty', { type: 'control.ask', text: 'Hvor er hjertestarteren?' })
  .input(LEAD, { type: 'exercise.pause', reason: 'Kaffe', kind: 'discussion' })
  .input(LEAD, { type: 'inject.unhold', inject: 'held' })
  .input(LEAD, { type: 'exercise.resume' })
  .input(LEAD, { type: 'exercise.pace', pace: 60 })
  .input(staff('F2'), { type: 'exercise.shift', by: 600_000 })
  .input(LEAD, { type: 'exercise.shift', by: 600_000, reason: 'Vi begyndte for sent' })
  .input(LEAD, { type: 'exercise.shift', by: -600_000 })
  .input(LEAD, { type: 'phase.adjust', phase: 'alarm', until: 3_900_000, reason: 'Lidt mere tid' })
  .input(staff('F2'), { type: 'inject.change', inject: 'watch', due: 8_000_000 })
  .input(LEAD, { type: 'inject.change', inject: 'held', to: ['lead'] })
  .input(LEAD, { type: 'inject.change', inject: 'gone', due: 3_100_000, to: ['lead', 'boss'], body: 'Nu med nye ord' })
  .input(LEAD, { type: 'inject.repeat', inject: 'call', to: ['lead', 'boss'] })
  .at('17m')
  .as('boss', { type: 'awareness.declare', matter: 'incident', reason: 'Bekræftet' })
  .as('boss', { type: 'item.open', item: 'call' })
  .as('boss', { type: 'message.send', to: ['lead'], body: 'Filer er krypteret', facts: ['leak'], certainty: { leak: 'confirmed' } })
  .as('boss', { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'Det breder sig', facts: ['leak'] })
  .input(LEAD, { type: 'decision.enter', decision: 'aloud', option: 'stay', role: 'boss', reason: 'Sagt højt', facts: ['leak'], happened: 840_000 })
  .input(LEAD, { type: 'simcell.send', from: 'press', to: ['lead'], body: 'Er det rigtigt?', facts: ['deep', 'worse'], certainty: { worse: 'likely' } })
  .input(LEAD, { type: 'inject.write', to: ['duty'], from: 'En borger', channel: 'phone', title: 'Hallo', body: 'Hvad sker der?' })
  .input(LEAD, { type: 'decision.note', question: 'Hvem ringer til hjemmeplejen?', option: 'Det gør byen', role: 'lead', reason: 'Sagt ved bordet', facts: ['leak'], happened: 900_000 })
  .input(staff('F2'), { type: 'simcell.call', from: 'press', with: ['lead'], text: 'Hvorfor svarer I ikke?', facts: ['leak'] })
  .input(staff('F3'), { type: 'observation.note', text: 'De venter på hinanden', rating: 'S', about: { task: 'warn' }, evidence: [12, 14], happened: 600_000 })
  .input(staff('F3'), { type: 'record.note', entry: 14, kind: 'bookmark', text: 'Her vendte det' })
  .input(LEAD, { type: 'record.note', entry: 12, kind: 'correction', text: 'Det var vagten, ikke chefen' })
  .input(LEAD, { type: 'staff.hand', to: 'F2' })
  .input(staff('F2'), { type: 'simcell.play', role: 'press', by: 'bot' })
  .input(staff('F2'), { type: 'staff.hand', to: 'F1' })
  .input(LEAD, { type: 'staff.leave', staff: 'F2' })
  .as('boss', { type: 'awareness.declare', matter: 'incident', reason: 'Væsentlig', as: 'classified' })
  .as('boss', { type: 'task.release', task: 'warn' })
  .as('boss', { type: 'task.assign', task: 'warn', to: 'duty', as: 'accountable', note: 'Den er din' })
  .as('duty', { type: 'handover.accept', task: 'warn', from: 'boss' })
  .as('duty', { type: 'decision.raise', question: 'Skal vi sende folk hjem?', options: ['Ja', 'Nej'], within: 1_800_000, with: ['boss'] })
  .as('boss', { type: 'decision.discuss', decision: 'raised.2', text: 'Ikke før kl. 6' })
  .as('boss', { type: 'decision.record', decision: 'raised.2', option: 'option-2', reason: 'Vi mangler hænder', assumptions: 'Det varer natten over', dissent: 'Vagten ville sende halvdelen hjem', outside: true })
  .as('lead', { type: 'item.open', item: 'msg.3' })
  .as('lead', { type: 'statement.publish', outlet: 'web', title: 'Driften er ramt', body: 'Vi arbejder på det.', facts: ['leak'], certainty: { leak: 'possible' } })
  .as('duty', { type: 'item.open', item: 'statement.1' })
  .as('duty', { type: 'picture.update', section: 'situation', text: 'Filer er krypteret', facts: ['leak'], certainty: { leak: 'likely' } })
  .as('duty', { type: 'record.contest', about: { task: 'warn' }, text: 'Den tog jeg kl. 02.12' })
  .at('20m')
  .as('duty', { type: 'question.answer', question: 'owner', answer: 'boss' })
  .as('lead', { type: 'question.answer', question: 'owner', answer: '?' })
  .as('duty', { type: 'question.answer', question: 'down', answer: 'some' })
  .as('lead', { type: 'question.answer', question: 'down', answer: 'all' })
  .input(LEAD, { type: 'question.ask', question: 'later' })
  .input(LEAD, { type: 'question.skip', question: 'never', reason: 'Nok spurgt' })
  .at('1h')
  .input(LEAD, { type: 'exercise.jump', to: 80 * 60_000 })
  .as('duty', { type: 'task.finish', task: 'warn', note: 'Sendt for sent' })
  .at('90m')
  .input(LEAD, { type: 'phase.choose', phase: 'alarm', reason: 'Om igen' })
  .input(LEAD, { type: 'inject.release', inject: 'gone' })
  .input(LEAD, { type: 'phase.choose', phase: 'spreading', reason: 'Videre' })
  .input(ENGINE, { type: 'seat.leave', role: 'boss', seat: 'boss-1' })
  .at('4h')
  .input(LEAD, { type: 'exercise.hotwash' })
  .as('duty', { type: 'hotwash.answer', question: 'best', text: 'Vi talte sammen' })
  .input(LEAD, { type: 'exercise.close' });

const path = join(import.meta.dirname, `format-${JOURNAL_FORMAT}.jsonl`);
writeFileSync(path, journalText(drafts), { flag: 'wx' });
console.log(path);
