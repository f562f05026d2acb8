/**
 * One scenario with many mistakes, each marked where it stands: `#! code@word` says that the word on
 * this line is the place, `#! code` that the line's first word is.
 */
import { expect, test } from 'vitest';
import { checkScenario } from '../../../engine/scenario/check.ts';
import type { SourceFile } from '../../../engine/scenario/read.ts';
import { catalogue } from './fixture.ts';

const MAIN = `
beredt: 1
id: planted
version: one #! bad-format@one
titel: { da: Plantet, en: Planted } #! unknown-key
kind: krisestyring #! not-allowed@krisestyring
languages: [da, en]
threat-basis: { title: Old, date: 2019-01-01 } #! threat-basis-old@2019
starts: 2026-03-29T02:30 Europe/Copenhagen #! bad-start@2026
length: 6h
pace: fast #! wrong-type@fast
marking: TLP:AMBER
begins: alarm
load: { steps: 3 } #! not-yet-supported
organisations:
  operator: { name: Driften, catalogue: it_serviceog } #! unknown-catalogue@it_serviceog
  town: { name: Nordby }
  club: { name: Klubben } #! organisation-empty
  side: { name: Siden }
roles:
  duty: { name: Vagt, organisation: operater, deputy: duty } #! unknown-reference@operater self-reference@duty }
  boss: { name: { da: Chef }, organisation: operator } #! missing-language@name role-idle
  lead: { name: Leder, organisation: town, seats: 3-1 } #! bad-format@3-1
  press: { name: Presse, organisation: town, played-by: simcell }
  silent: { name: Stille, organisation: side } #! role-receives-nothing role-without-part
  town: { name: By, organisation: town } #! ambiguous-id role-without-part
  shift: { name: Skift, organisation: operator, each: [a, b] } #! unknown-key@each role-idle role-without-part
objectives:
  notify: { title: Varsling, capability: information }
  unused: { title: Ubrugt, capability: operations } #! objective-unused
facts:
  encrypted: { text: Krypteret }
  hidden: { text: Skjult, true-from: 9h } #! fact-not-carried outside-exercise@9h
  idle: { text: Overflødig } #! fact-not-needed
  secret: { text: Hemmelig, marking: TLP:RED, true-from: 3h }
`;

const TASKS = `
tasks:
  warn: { title: Varsl, responsible: [duty], within: 45 } #! no-accountable bad-duration@45
  report:
    title: Anmeld
    accountable: [boss, lead] #! several-accountable
    responsible: [] #! no-responsible
    consulted: [duty]
    informed: [duty] #! conflicting-letters@duty
    needs: [encrypted, secret]
    starts: { task: warn, is: finished } #! condition-state@finished
    within: 1h
  log:
    title: Log
    accountable: boss
    responsible: [duty, duty] #! duplicate-entry@duty]
    within: 1h
    clock: old.rule #! catalogue-out-of-date@old clock-unprompted@old
    ambiguity: { da: Ingen, en: None } #! ambiguity-unneeded
    starts: { fact: encrypted } #! condition-by
interfaces:
  IF-1: { from: duty, to: [lead], carries: [hidden] } #! interface-never-starts
decisions:
  cut:
    question: Kobl fra?
    authority: [] #! no-authority
    opens: { inject: call, phase: alarm } #! condition-several
    within: 30m
    default: maybe #! default-not-option@maybe
    options:
      no: { title: Nej, goto: attic } #! goto-without-phase@attic
      yes: { title: Ja }
  alone:
    question: Alene?
    authority: [boss]
    opens: { decision: cut, is: perhaps } #! unknown-option@perhaps
    within: 30m
    phase: alarm
    default: go
    options: { go: { title: Gå, goto: alarm } } #! too-few-options goto-same-phase@alarm
phases:
  alarm: { title: Alarm, length: 1h, next: spread }
  spread:
    title: Spredning
    gate: { time-after: 30h } #! outside-exercise@30h
    length: 2h
    next:
      - { to: repair }
      - { to: attic } #! branch-after-else@{
  repair: { title: Reparation, next: attic } #! phase-never-left
  attic: { title: Loft, length: 1h, next: [{ to: repair, when: { phase: alarm } }] } #! branch-without-else@next
  cellar: { title: Kælder, length: 1h, next: attic } #! phase-unreachable
`;

const INJECTS = `
injects:
  call:
    at: 0m
    from: { name: Vagtcentral }
    to: [duty, operator, town, shift]
    channel: fax #! not-allowed@fax
    title: Opkald
    body: Noget er galt
    facts: [encrypted, secret] #! marking-too-open@encrypted marking-too-open@secret fact-too-early@secret
    marking: TLP:GREEN
    expect:
      - { role: press, does: acknowledge, within: 5m } #! simcell-expected@press
      - { role: lead, does: message, within: 5m } #! expectation-incomplete@{
      - { role: lead, does: open, within: 5m, task: warn } #! expectation-stray@warn
      - { id: twice, role: lead, does: open, within: 5m }
      - { id: twice, role: lead, does: open, within: 5m } #! duplicate-expectation@twice
  never: { phase: alarm, from: press, to: lead, channel: sms, title: T, body: B } #! no-trigger
  double: { at: 1h, manual: true, from: press, to: lead, channel: sms, title: T, body: B } #! several-triggers@true
  far: { at: 7h, from: press, to: lead, channel: sms, title: T, body: B } #! outside-exercise@7h
  down: { at: 2h, phase: cellar, from: press, to: lead, channel: sms, title: T, body: B }
  loop: { after: { inject: loop2 }, from: press, to: lead, channel: sms, title: T, body: B } #! trigger-cycle@loop2
  loop2: { after: { inject: loop }, from: press, to: lead, channel: sms, title: T, body: B }
  lost: { after: { inject: down }, from: press, to: lead, channel: sms, title: T, body: B } #! inject-never-released@down
  wait: { when: { inject: lost }, from: press, to: lead, channel: sms, title: T, body: B } #! condition-impossible@lost
  vague: { when: { all: [{ phase: alarm, is: open }, {}] }, from: press, to: lead, channel: sms, title: T, body: B } #! condition-stray@open condition-empty@{}
  own: { at: 1h, from: press, to: town, channel: sms, title: T, body: B, facts: [idle] } #! if-not-triggered@1h
  plain: { objectives: [notify], at: 2h, if-not: own, from: press, to: town, channel: sms, title: T, body: B } #! if-not-without-expectations@own
  lone: { after: { delay: 1h }, from: press, to: leed, channel: sms, title: T, body: B } #! after-subject@after unknown-reference@leed
  bare: { at: 3h, from: press, to: lead, channel: sms, title: T } #! missing-key@bare
  marked: { at: 3h, from: press, to: duty, channel: sms, title: T, body: B, facts: [secret], marking: TLP:GREEN } #! marking-too-open@secret
  late: { at: 4h, from: press, to: lead, channel: sms, title: T, body: B, expect: [{ role: duty, does: open, within: 1h }] } #! expectation-elsewhere@duty
  1st: { at: 3h, from: press, to: lead, channel: sms, title: "Hej", body: "" } #! bad-id@1st empty-value@""
  call2: { at: 3h, from: press, to: lead, channel: sms, title: "Hej\\u202e", body: B } #! control-character@"Hej
  over: { at: 2h, phase: alarm, from: press, to: lead, channel: sms, title: T, body: B } #! inject-never-released@2h
`;

const MORE = `
injects:
  call: { at: 3h, from: press, to: lead, channel: sms, title: T, body: B } #! duplicate-id
hot-wash:
  <<: { q: Hvad? } #! merge-key@<<
  q: !!str 3 #! tag-not-allowed@3
  r: Hvad?
  r: Hvordan? #! duplicate-key
length: 9h #! misplaced-key
`;

const FILES: readonly SourceFile[] = [
  { name: 'scenario.yaml', text: MAIN },
  { name: 'injects/one.yaml', text: INJECTS },
  { name: 'injects/two.yaml', text: MORE },
  { name: 'tasks.yaml', text: TASKS },
];

type Found = readonly [file: string, line: number, column: number, code: string];

function marked({ name, text }: SourceFile): readonly Found[] {
  return text.split('\n').flatMap((line, i) => {
    const [source = '', marks = ''] = line.split('#! ');
    return [...marks.matchAll(/([a-z-]{5,})(?:@(\S+(?: \})?))?(?= |$)/g)].map(
      ([, code = '', word]): Found => {
        const column = word === undefined ? source.search(/\S/) : placeOf(source, word);
        return [name, i + 1, column + 1, code];
      },
    );
  });
}

/** A whole word where there is one; else wherever the letters stand. */
function placeOf(source: string, word: string): number {
  const escaped = word.replace(/[.*+?^\${}()|[\]\\]/g, '\\$&');
  const whole = source.search(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])(?!:)`));
  return whole >= 0 ? whole : source.indexOf(word);
}

const sorted = (found: readonly Found[]): readonly string[] =>
  found.map(([file, line, column, code]) => `${file}:${line}:${column} ${code}`).sort();

test('every planted mistake is found in one run, at its place, and nothing else is', () => {
  const expected = FILES.flatMap(marked);
  expect(expected.length).toBeGreaterThanOrEqual(60);
  const { problems, scenario } = checkScenario(FILES, catalogue);
  const found = problems.map(({ place: { file, line, column }, code }): Found => [
    file,
    line,
    column,
    code,
  ]);
  expect(sorted(found)).toEqual(sorted(expected));
  expect(scenario).toBeUndefined();
});

test('misspelt words come with what was meant', () => {
  const { problems } = checkScenario(FILES, catalogue);
  const suggestions = problems.flatMap(({ params, suggestion }) =>
    suggestion === undefined ? [] : [[params['id'] ?? params['key'] ?? '', suggestion]],
  );
  expect(Object.fromEntries(suggestions)).toMatchObject({
    titel: 'title',
    operater: 'operator',
    leed: 'lead',
    within: '45m',
  });
});
