/** For each code, the least spoiling of the clean scenario that gives it, and nothing else. */
import type { Problem, ProblemCode } from '../../../engine/scenario/problem.ts';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import type { SourceFile } from '../../../engine/scenario/read.ts';
import {
  catalogue,
  CATALOGUE_FILE,
  check,
  checkGiven,
  SCENARIO,
  spoilt,
  withRow,
} from './fixture.ts';

/**
 * `on`: what the Problem's place must begin with. `spoilt`: the clean scenario as it was spoilt, where
 * that is what was checked.
 */
export type Case = {
  readonly on: string;
  readonly problems: readonly Problem[];
  readonly spoilt?: string;
};

const run = (on: string, text: string, ...more: readonly SourceFile[]): Case => ({
  on,
  problems: check(text, ...more).problems,
  ...(more.length === 0 ? { spoilt: text } : {}),
});
const swap = (on: string, from: string, to: string): Case => run(on, spoilt(from, to));
const file = (on: string, text: string): Case => run(on, SCENARIO, { name: 'more.yaml', text });
const inCatalogue = (on: string, from: string, to: string): Case => ({
  on,
  problems: readCatalogue([{ ...CATALOGUE_FILE, text: CATALOGUE_FILE.text.replace(from, to) }])
    .problems,
});

/** An inject with an attachment, and what lies in the folder. */
const attached = (
  on: string,
  name: string,
  found: readonly { readonly name: string; readonly bytes: number }[],
): Case => ({
  on,
  problems: checkGiven(spoilt('    notes: {', `    files: [${name}]\n    notes: {`), {
    found: found.map((item) => ({ ...item, digest: '' })),
  }).problems,
});
/** The clean scenario with a thread beside it. */
const threaded = (on: string, phase: string, begins = 'calm', from = '', to = ''): Case =>
  run(
    on,
    `${withRow('phases', `calm: { title: Calm, thread: media${phase} }`).replace(from, to)}threads:
  media: { title: Media, begins: ${begins} }
`,
  );
const asked = (on: string, section: 'polls' | 'probes', row: string): Case =>
  run(on, `${SCENARIO}${section}:\n  p: { ${row} }\n`);
/** A warning in the clean scenario, and an acceptance. */
const accepting = (on: string, code: string, at: string, text = SCENARIO): Case =>
  run(on, `${text}accept:\n  - { code: ${code}, at: ${at}, because: Known }\n`);
/** The clean scenario with one text in the bank. */
const banked = (on: string, id: string, from: string): Case =>
  run(on, `${SCENARIO}bank:\n  ${id}: { from: ${from}, channel: phone, title: T, body: B }\n`);
/** The clean scenario with services, an inject that changes them and a task that restores them. */
const serviced = (on: string, services: string, changes: string, restores: string): Case =>
  run(
    on,
    `${spoilt('    notes: {', `    services: { ${changes} }\n    notes: {`).replace(
      '    objectives: [notify]\ninterfaces:',
      `    objectives: [notify]\n    restores: { ${restores} }\ninterfaces:`,
    )}services: { ${services} }\n`,
  );
const POLL = 'asks: owner-of, task: early-warning';

const PHASE = '{ title: Late, length: 1h }';
const EXTRA = `from: press, to: lead, channel: sms, title: T, body: B`;

export const CASES: Readonly<Record<ProblemCode, () => Case>> = {
  'no-scenario-file': () => ({
    on: '',
    problems: checkScenario(
      [{ name: 'roles.yaml', text: 'roles: { a: 1 }' }],
      catalogue,
    ).problems.filter(({ code }) => code !== 'wrong-type'),
  }),
  'file-too-large': () => file('', `# ${'x'.repeat(1024 * 1024)}`),
  'too-many-files': () =>
    run(
      '',
      SCENARIO,
      ...Array.from({ length: 200 }, (_, i) => ({
        name: `n${String(i).padStart(3, '0')}.yaml`,
        text: `hot-wash: { q${i}: Why ${i}? }`,
      })),
    ),
  'empty-file': () => file('#', '# nothing yet\n'),
  'yaml-syntax': () => file('@', 'hot-wash:\n  q: @home\n'),
  'yaml-colon': () => file('Husk', 'hot-wash:\n  q: Husk: ring til vagten\n'),
  'yaml-quote': () => file('"', 'hot-wash:\n  q: "Hvorfor?\n  r: Hvordan?\n'),
  'yaml-indent': () => file('  r:', 'hot-wash:\n   q: Why?\n  r: How?\n'),
  'yaml-tab': () => file('\t', 'hot-wash:\n\tq: Why?\n'),
  'several-documents': () => file('---', 'hot-wash: { q: Why? }\n---\nhot-wash: { r: How? }\n'),
  'directive-not-allowed': () => file('%YAML', '%YAML 1.1\n---\nhot-wash: { q: Why? }\n'),
  'tag-not-allowed': () => file('2', 'hot-wash: { q: !!str 2 }\n'),
  'merge-key': () =>
    file('<<', 'hot-wash: { q: &q { da: Hvorfor, en: Why }, r: { <<: *q, da: A, en: B } }\n'),
  'alias-unknown': () => file('*q', 'hot-wash: { q: *q }\n'),
  'alias-limit': () => file('*q', 'hot-wash: &q { q: *q }\n'),
  'too-deep': () => file('[', `hot-wash: { q: ${'['.repeat(3000)}${']'.repeat(3000)} }\n`),
  'not-a-map': () => file('-', '- hot-wash\n'),
  'key-not-text': () => file('1', 'hot-wash: { q: Why?, 1: How? }\n'),
  'duplicate-key': () => file('q', 'hot-wash: { q: Why?, q: What? }\n'),
  'control-character': () => file('"', 'hot-wash: { q: "Why\\u001b[2J" }\n'),
  'duplicate-id': () => file('best', 'hot-wash: { best: Why? }\n'),
  'misplaced-key': () => file('pace', 'hot-wash: { q: Why? }\npace: 12\n'),
  'not-yet-supported': () => file('load', 'hot-wash: { q: Why? }\nload: { p: 1 }\n'),
  'too-many-problems': () => manyFaults(),
  'unknown-key': () => swap('channl', 'channel: phone', 'channl: x\n    channel: phone'),
  'missing-key': () => swap('call', '    channel: phone\n', ''),
  'empty-value': () => swap('summary', '{ da: Kort, en: Short }', ''),
  'wrong-type': () => swap('fast', 'pace: 12', 'pace: fast'),
  'not-allowed': () => swap('fone', 'channel: phone', 'channel: fone'),
  'bad-duration': () => swap('30', 'within: 100m\n    default', 'within: 30\n    default'),
  'bad-id': () => file('1st', 'hot-wash: { 1st: Why? }\n'),
  'reserved-id': () => file('constructor', 'hot-wash: { q: Why?, constructor: How? }\n'),
  'bad-format': () => swap('2025-13-01', '2025-09-01', '2025-13-01'),
  'out-of-range': () => swap('99999', 'pace: 12', 'pace: 99999'),
  'missing-language': () => file('q', 'hot-wash: { q: { da: Hvorfor? } }\n'),
  'bad-start': () => swap('2026-09-18', 'Europe/Copenhagen', 'Europe/Kopenhavn'),
  'unknown-parameter': () => swap('"Der', 'Der er noget galt.', '"Der er ${hvad} galt."'),
  'parameter-unused': () =>
    swap('3', 'begins: alarm', 'begins: alarm\nparameters: { customers: 3 }'),
  'unknown-setting': () => ({
    on: 'beredt',
    problems: checkGiven(SCENARIO, { set: { customers: '4' } }).problems,
  }),
  'bad-setting': () => ({
    on: '3',
    problems: checkGiven(
      spoilt('begins: alarm', 'begins: alarm\nparameters: { customers: 3 }').replace(
        'Der er noget galt.',
        '"${customers} ringer."',
      ),
      { set: { customers: 'three' } },
    ).problems,
  }),
  'each-not-template': () =>
    swap('town', '  early-warning:\n', '  early-warning:\n    each: town\n'),
  'each-twice': () => run('nordby', towns('[Nordby, nordby]')),
  'each-too-many': () => tooMany(),
  'template-several': () =>
    run('mayor', towns('[Nordby, Sundby]').replace('deputy: boss', 'deputy: mayor')),
  'unknown-reference': () => swap('bos', 'deputy: boss', 'deputy: bos'),
  'unknown-catalogue': () => swap('nis2.early', 'nis2.early_warning', 'nis2.early'),
  'unknown-option': () => swap('cutt', 'is: cut', 'is: cutt'),
  'ambiguous-id': () =>
    run(
      'town',
      withRow('roles', 'town: { name: Town, organisation: town }').replace(
        'consulted: [lead]',
        'consulted: [lead, town]',
      ),
    ),
  'self-reference': () => swap('duty', 'deputy: boss', 'deputy: duty'),
  'variant-of-itself': () =>
    swap('leak', 'marking: TLP:AMBER }', 'marking: TLP:AMBER, variant-of: leak }'),
  'variant-of-variant': () =>
    run(
      'leak',
      withRow('facts', 'rumour: { text: { da: Alt er væk, en: All is gone }, variant-of: leak }')
        .replace('facts: [leak]', 'facts: [leak, rumour]')
        .replace('marking: TLP:AMBER }', 'marking: TLP:AMBER, variant-of: encrypted }'),
    ),
  'duplicate-entry': () => swap('lead', 'consulted: [lead]', 'consulted: [lead, lead]'),
  'identical-rows': () =>
    file('again', 'hot-wash: { again: { da: Hvad gik godt?, en: What went well? } }'),
  'condition-empty': () => swap('opens', 'opens: { inject: call }', 'opens: {}'),
  'condition-several': () =>
    swap('opens', 'opens: { inject: call }', 'opens: { inject: call, phase: alarm }'),
  'condition-state': () => swap('finished', 'is: done', 'is: finished'),
  'condition-by': () => swap('starts', ', opened-by: [duty, boss]', ''),
  'condition-stray': () => swap('now', '{ time-after: 3h }', '{ time-after: 3h, is: now }'),
  'condition-impossible': () =>
    run('x', withRow('injects', `x: { when: { inject: x }, ${EXTRA} }`)),
  'no-accountable': () => swap('early-warning', '    accountable: boss\n', ''),
  'several-accountable': () =>
    swap('accountable', 'accountable: boss', 'accountable: [boss, press]'),
  'no-responsible': () => swap('early-warning', '    responsible: [duty]\n', ''),
  'conflicting-letters': () => swap('duty', 'support: []', 'support: [duty]'),
  'ambiguity-unneeded': () => swap('It', '    support: []', '    ambiguity: It is meant'),
  'role-receives-nothing': () => quiet(),
  'role-idle': () => run('late', idle()),
  'organisation-empty': () => run('club', withRow('organisations', 'club: { name: Club }')),
  'reaches-nobody': () =>
    swap('to', '    from: press\n    to: operator\n', '    from: lead\n    to: [press, media]\n'),
  'simcell-expected': () => swap('press', 'role: duty, does: ack', 'role: press, does: ack'),
  'simcell-alone': () => swap('disconnect', 'authority: [boss]', 'authority: [press]'),
  'role-without-part': () =>
    run('spare', withRow('roles', 'spare: { name: Spare, organisation: operator }')),
  'same-duty': () =>
    run(
      'nis2',
      withRow(
        'tasks',
        'again: { title: T, accountable: boss, responsible: [duty], within: 1h, clock: nis2.early_warning }',
      ),
    ),
  'sender-receives': () =>
    swap('press', 'to: [lead]\n    channel: news', 'to: [lead, press]\n    channel: news'),
  'interface-inside': () => swap('lead', 'from: duty, to: [lead]', 'from: lead, to: [lead]'),
  'no-authority': () => swap('authority', 'authority: [boss]', 'authority: []'),
  'too-few-options': () => oneOption(),
  'default-not-option': () => swap('wait', 'default: stay', 'default: wait'),
  'goto-without-phase': () => swap('contained', '    phase: alarm\n    options', '    options'),
  'goto-same-phase': () => swap('alarm', 'goto: contained', 'goto: alarm'),
  'needs-too-late': () => swap('leak', 'within: 100m\n    default', 'within: 30m\n    default'),
  'phase-unreachable': () => run('attic', withRow('phases', `attic: ${PHASE}`)),
  'phase-too-late': () => run('late', tooLate()),
  'phase-never-left': () => swap('contained', 'en: Contained }, length: 1h,', 'en: Contained },'),
  'next-same-phase': () => swap('spreading', '3h }, to: restore', '3h }, to: spreading'),
  'too-many-threads': () => tooManyThreads(),
  'thread-without-phases': () =>
    run('media', `${SCENARIO}threads:\n  media: { title: Media, begins: alarm }\n`),
  'begins-elsewhere': () => threaded('alarm', '', 'alarm'),
  'way-across-threads': () => threaded('restore', ', length: 1h, next: restore'),
  'decision-mixes-threads': () =>
    threaded(
      'phase',
      '',
      'calm',
      '    phase: alarm\n    options',
      '    phase: [alarm, calm]\n    options',
    ),
  'no-endex': () =>
    run(
      'alarm',
      SCENARIO.replace('en: Restoration }', 'en: Restoration }, length: 5m, next: alarm'),
    ),
  'branch-without-else': () =>
    swap(
      'next',
      '      - { to: contained }\n',
      '      - { when: { phase: spreading }, to: contained }\n',
    ),
  'branch-after-else': () =>
    swap('{ to: r', '- { to: contained }', '- { to: contained }\n      - { to: restore }'),
  'no-trigger': () => run('x', withRow('injects', `x: { ${EXTRA} }`)),
  'several-triggers': () =>
    run('when', withRow('injects', `x: { at: 1h, when: { phase: alarm }, ${EXTRA} }`)),
  'after-subject': () => run('after', withRow('injects', `x: { after: { delay: 1h }, ${EXTRA} }`)),
  'outside-exercise': () => run('9h', withRow('injects', `x: { at: 9h, ${EXTRA} }`)),
  'inject-never-released': () =>
    run('3h', withRow('injects', `x: { at: 3h, phase: alarm, ${EXTRA} }`)),
  'trigger-cycle': () =>
    run(
      'y',
      withRow(
        'injects',
        `x: { after: { inject: y }, ${EXTRA} }\n  y: { after: { inject: x }, ${EXTRA} }`,
      ),
    ),
  'if-not-triggered': () => swap('30m', '  nudge:\n', '  nudge:\n    at: 30m\n'),
  'if-not-without-expectations': () =>
    run('nudge', withRow('injects', `x: { at: 1h, if-not: nudge, ${EXTRA} }`)),
  'expectation-incomplete': () =>
    swap('{ role', 'does: acknowledge, within: 10m', 'does: acknowledge'),
  'expectation-stray': () =>
    swap('disconnect', 'does: acknowledge,', 'does: acknowledge, decision: disconnect,'),
  'expectation-elsewhere': () => swap('lead', 'role: duty, does: ack', 'role: lead, does: ack'),
  'duplicate-expectation': () =>
    swap(
      'warned',
      '{ role: duty, does: acknowledge',
      '{ id: warned, role: duty, does: acknowledge',
    ),
  'window-after-end': () => swap('5h', 'does: declare, within: 2h', 'does: declare, within: 5h'),
  'marking-not-cleared': () =>
    swap('all', 'organisation: town }', 'organisation: town, cleared-for: TLP:AMBER }'),
  'bank-sender': () => banked('lead', 'x', 'lead'),
  'bank-id-taken': () => banked('call', 'call', 'press'),
  'question-never-asked': () =>
    asked('5h', 'polls', `after: { inject: call, delay: 5h }, to: lead, ${POLL}`),
  'asks-nobody': () => asked('press', 'polls', `at: 1h, to: press, ${POLL}`),
  'poll-too-early': () =>
    run(
      '30m',
      `${spoilt('{ fact: encrypted, opened-by: [duty, boss] }', '{ time-after: 1h }')}polls:
  p: { at: 30m, to: lead, ${POLL} }
`,
    ),
  'probe-without-choice': () =>
    asked('options', 'probes', 'at: 1h, question: Q, options: { a: A }, to: lead'),
  'bad-level': () => serviced('20', 'mail: { title: Mail }', 'mail: 20', 'mail: 100%'),
  'service-cycle': () =>
    serviced(
      'depends-on',
      'mail: { title: Mail, depends-on: [net] }, net: { title: Net, depends-on: [mail] }',
      'mail: 0%, net: 0%',
      'mail: 100%, net: 100%',
    ),
  'service-unchanged': () => serviced('mail', 'mail: { title: Mail }', 'mail: 100%', 'mail: 100%'),
  'service-not-restored': () => serviced('mail', 'mail: { title: Mail }', 'mail: 20%', ''),
  'restores-nothing': () => serviced('0%', 'mail: { title: Mail }', 'mail: 20%', 'mail: 0%'),
  'truth-not-option': () =>
    asked('c', 'probes', 'at: 1h, question: Q, options: { a: A, b: B }, truth: c, to: lead'),
  'file-missing': () => attached('a.png', 'a.png', []),
  'file-outside': () => attached('../a.png', '../a.png', []),
  'file-kind': () => attached('a.svg', 'a.svg', [{ name: 'a.svg', bytes: 1 }]),
  'attachment-too-large': () => attached('a.png', 'a.png', [{ name: 'a.png', bytes: 6e6 }]),
  'file-unused': () =>
    attached('', 'a.png', [
      { name: 'a.png', bytes: 1 },
      { name: 'b.png', bytes: 1 },
    ]),
  'marking-too-open': () => swap('leak', 'marking: TLP:AMBER+STRICT', 'marking: TLP:GREEN'),
  'fact-too-early': () =>
    swap(
      'leak',
      '    facts: [encrypted]\n    objectives',
      '    facts: [encrypted, leak]\n    objectives',
    ),
  'fact-not-carried': () => swap('leak', '    facts: [leak]\n', ''),
  'fact-not-needed': () => swap('leak', '    needs: [leak]\n', ''),
  'objective-unused': () =>
    run('other', withRow('objectives', 'other: { title: T, capability: information }')),
  'interface-never-starts': () => swap('IF-09', '    interface: IF-09\n', ''),
  'clock-unprompted': () => swap('nis2', '      - { role: boss, does: declare, within: 2h }\n', ''),
  'not-analysable': () => run('beredt', withoutFacts()),
  'catalogue-out-of-date': () => swap('old.rule', 'clock: nis2.early_warning', 'clock: old.rule'),
  'threat-basis-old': () => swap('2023', '2025-09-01', '2023-09-01'),
  'acceptance-code': () => accepting('role-idel', 'role-idel', 'roles.duty'),
  'acceptance-of-error': () => ofError(),
  'acceptance-unused': () => accepting('{', 'role-idle', 'roles.duty'),
  'catalogue-confidence': () => inCatalogue('high', 'KITA', '(from memory)'),
  'catalogue-dates': () =>
    inCatalogue('2020', 'valid-to: 2020', 'valid-from: 2021-01-01\n    valid-to: 2020'),
};

function tooManyThreads(): Case {
  const ids = [0, 1, 2, 3, 4, 5, 6];
  const phases = ids.map((i) => `p${i}: { title: P${i}, thread: t${i} }`).join('\n  ');
  const threads = ids.map((i) => `  t${i}: { title: T${i}, begins: p${i} }\n`).join('');
  return run('t6', `${withRow('phases', phases)}threads:\n${threads}`);
}

/** The error itself stays as well. */
function ofError(): Case {
  const text = spoilt('default: stay', 'default: wait');
  const { on, problems } = accepting('{', 'default-not-option', 'decisions.disconnect', text);
  return { on, problems: problems.filter(({ code }) => code !== 'default-not-option') };
}

/** With a template of towns, each with a mayor who is told of the leak. */
function towns(each: string): string {
  const organisations = `\n  towns: { name: "\${each} Kommune", each: ${each} }\n`;
  return spoilt('\norganisations:\n', `\norganisations:${organisations}`)
    .replace('\nroles:\n', '\nroles:\n  mayor: { name: Mayor, organisation: towns }\n')
    .replace('consulted: [lead]', 'consulted: [lead]\n    informed: [towns_]')
    .replace('towns_', 'mayor');
}

/** More rows than any exercise has: a thousand tasks for each of two hundred towns. */
function tooMany(): Case {
  const each = Array.from({ length: 200 }, (_, i) => `Town ${i}`).join(', ');
  const tasks = Array.from({ length: 1_001 }, (_, i) => `  t${i}: { each: towns }`).join('\n');
  const { on, problems } = run(
    't',
    towns(`[${each}]`).replace('\ntasks:\n', `\ntasks:\n${tasks}\n`),
  );
  return { on, problems: problems.filter(({ code }) => code === 'each-too-many') };
}

function manyFaults(): Case {
  const rows = Array.from({ length: 1100 }, (_, i) => `  q${i}: { da: Hvorfor ${i}? }\n`).join('');
  const { problems, on } = file('q', `hot-wash:\n${rows}`);
  return { on, problems: problems.filter(({ code }) => code === 'too-many-problems') };
}

function quiet(): Case {
  const text = SCENARIO.replace('to: all', 'to: operator')
    .replace('to: [lead]\n    channel: news', 'to: [boss]\n    channel: news')
    .replace('role: [duty, lead]', 'role: duty');
  return run('lead', text);
}

/** Longer than anybody should wait, and a role that hears something only at the end. */
function idle(): string {
  return withRow('roles', 'late: { name: Late, organisation: media }')
    .replace('consulted: [lead]', 'consulted: [lead, late]')
    .replace('length: 4h', 'length: 6h')
    .replace('delay: 90m', 'delay: 3h')
    .replace('within: 100m', 'within: 3h')
    .replace('from: lead\n    to: all', 'from: press\n    to: [duty, boss, lead]')
    .replace('to: [lead]\n    channel: news', 'to: [lead, duty, boss]\n    channel: news')
    .replace('injects:\n', `injects:\n  l: { at: 5h, ${EXTRA.replace('to: lead', 'to: late')} }\n`);
}

function oneOption(): Case {
  const text = SCENARIO.replace('      stay: { title: { da: Bliv på, en: Stay } }\n', '').replace(
    'default: stay',
    'default: cut',
  );
  return run('options', text);
}

function tooLate(): string {
  return withRow('phases', `late: ${PHASE}`).replace(
    'en: Restoration }',
    'en: Restoration }, length: 3h, next: late',
  );
}

function withoutFacts(): string {
  return SCENARIO.replace(/^facts:\n(?: {2}.*\n)+/m, '')
    .replace(/^ *(?:facts|needs): \[.*\n/gm, '')
    .replace(/, (?:facts|carries): \[encrypted\]/g, '')
    .replace(/^ *starts: \{ fact.*\n/m, '');
}
