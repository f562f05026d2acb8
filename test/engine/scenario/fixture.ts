/** A small scenario without a single Problem, for tests to spoil. */
import { readCatalogue, type Catalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario, type Checked, type Given } from '../../../engine/scenario/check.ts';
import type { SourceFile } from '../../../engine/scenario/read.ts';

export const CATALOGUE_FILE = {
  name: 'clocks.yaml',
  text: `beredt-catalogue: 1
matters:
  significant-incident: { title: { da: Væsentlig hændelse, en: Significant incident } }
clocks:
  nis2.early_warning:
    title: { da: Tidlig varsling, en: Early warning }
    matter: significant-incident
    deadline: 24h
    starts: awareness
    source: EU-23
    valid-from: 2025-07-01
    confidence: high
  old.rule:
    title: { da: Ophævet regel, en: Repealed rule }
    matter: significant-incident
    starts: { submitted: nis2.early_warning }
    deadline: P1M
    source: old
    valid-to: 2020-01-01
    confidence: low
interfaces:
  IF-09:
    title: { da: Kommune og driftsfællesskab, en: Municipality and operator }
    from: { da: Kommune, en: Municipality }
    to: { da: Driftsfællesskab, en: Operator }
    carries: { da: Nedbrud, en: Outage }
    source: "-"
    confidence: medium
roles:
  kommune: { name: { da: Kommune, en: Municipality }, source: KITA, confidence: high }
`,
};

export const catalogue: Catalogue = readCatalogue([CATALOGUE_FILE]).catalogue;

export const SCENARIO = `beredt: 1
id: small
version: 1.0.0
title: { da: Lille øvelse, en: Small exercise }
summary: { da: Kort, en: Short }
kind: cross-sector
languages: [da, en]
threat-basis: { title: Assessment, date: 2025-09-01 }
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 4h
pace: 12
marking: TLP:GREEN
begins: alarm
organisations:
  operator: { name: Driften }
  town: { name: Nordby Kommune, catalogue: kommune }
  media: { name: Avisen }
roles:
  duty: { name: { da: Vagt, en: Duty officer }, organisation: operator, seats: 1-3, deputy: boss }
  boss: { name: { da: Driftschef, en: Manager }, organisation: operator }
  lead: { name: { da: Kriseleder, en: Crisis lead }, organisation: town }
  press: { name: { da: Presse, en: Press }, organisation: media, played-by: simcell }
objectives:
  notify: { title: { da: Varsling, en: Warning }, capability: information }
facts:
  encrypted: { text: { da: Filer er krypteret, en: Files are encrypted } }
  leak: { text: { da: Data er lækket, en: Data has leaked }, true-from: 1h, marking: TLP:AMBER }
tasks:
  early-warning:
    title: { da: Tidlig varsling, en: Early warning }
    accountable: boss
    responsible: [duty]
    support: []
    consulted: [lead]
    needs: [encrypted]
    starts: { fact: encrypted, opened-by: [duty, boss] }
    within: 60m
    clock: nis2.early_warning
    interface: IF-09
    objectives: [notify]
interfaces:
  IF-09: { catalogue: IF-09, from: duty, to: [lead], carries: [encrypted], within: 30m }
decisions:
  disconnect:
    question: { da: Skal vi koble fra?, en: Do we disconnect? }
    authority: [boss]
    consult: [lead]
    needs: [leak]
    opens: { inject: call }
    within: 100m
    default: stay
    phase: alarm
    options:
      cut: { title: { da: Kobl fra, en: Cut }, goto: contained }
      stay: { title: { da: Bliv på, en: Stay } }
phases:
  alarm: { title: Alarm, length: 2h, next: spreading }
  contained: { title: { da: Inddæmmet, en: Contained }, length: 1h, next: restore }
  spreading:
    title: { da: Spredning, en: Spreading }
    length: 1h
    gate: { all: [{ task: early-warning, is: done }, { not: { decision: disconnect, is: cut } }] }
    next:
      - { when: { time-after: 3h }, to: restore }
      - { to: contained }
  restore: { title: { da: Genopretning, en: Restoration } }
injects:
  call:
    at: 0m
    phase: alarm
    from: { name: { da: Vagtcentral, en: Guard } }
    to: [duty, boss]
    channel: phone
    title: { da: Opkald, en: Call }
    body: { da: Der er noget galt., en: Something is wrong. }
    facts: [encrypted]
    objectives: [notify]
    expect:
      - { role: duty, does: acknowledge, within: 10m }
      - { role: boss, does: declare, within: 2h }
      - { id: warned, role: duty, does: message, to: town, facts: [encrypted], within: 30m }
    if-not: nudge
    notes: { da: Se efter ro, en: Watch for calm }
  nudge:
    from: press
    to: operator
    channel: email
    title: { da: Spørgsmål, en: Question }
    body: { da: Hvad sker der?, en: What is going on? }
  sitrep:
    after: { inject: call, is: opened, delay: 90m }
    from: lead
    to: all
    channel: sitrep
    marking: TLP:AMBER+STRICT
    title: { da: Status, en: Status }
    body: { da: Hvad ved vi?, en: What do we know? }
    facts: [leak]
    expect:
      - { role: [duty, lead], does: answer, within: 20m }
  news:
    when: { any: [{ expectation: warned, is: met }, { clock: early-warning, is: running }] }
    from: press
    to: [lead]
    channel: news
    title: { da: Nyhed, en: News }
    body: { da: Kommunen er ramt, en: The town is hit }
hot-wash:
  best: { da: Hvad gik godt?, en: What went well? }
`;

export function files(text = SCENARIO, ...more: readonly SourceFile[]): readonly SourceFile[] {
  return [{ name: 'scenario.yaml', text }, ...more];
}

export function check(text: string, ...more: readonly SourceFile[]): Checked {
  return checkScenario(files(text, ...more), catalogue);
}

/** The same, told what lies beside the YAML. */
export function checkGiven(text: string, given: Given): Checked {
  return checkScenario(files(text), catalogue, given);
}

/** The clean scenario with one stretch of its text replaced; fails where that is not in it. */
export function spoilt(from: string, to: string): string {
  if (!SCENARIO.includes(from)) throw new Error(`the clean scenario has no ${from}`);
  return SCENARIO.replace(from, () => to);
}

export function withRow(section: string, row: string): string {
  return spoilt(`\n${section}:\n`, `\n${section}:\n  ${row}\n`);
}
