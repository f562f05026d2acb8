/** What the language says holds where a key is left out is what the compiler fills in. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../../engine/plan/compile.ts';
import { defaults } from '../../../engine/scenario/describe/default.ts';
import { scenarioSchema } from '../../../engine/scenario/schema.ts';
import { catalogue } from '../../support/scenario.ts';

const BARE = `
beredt: 1
id: bare
version: 1.0.0
title: x
kind: procedure
languages: [en]
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 4h
pace: 1
begins: p
organisations: { o: { name: x } }
roles: { r: { name: x, organisation: o } }
facts: { f: { text: x } }
tasks: { t: { title: x, accountable: r, responsible: [r], within: 1h } }
services: { s: { title: x } }
decisions: { d: { question: x, authority: [r], within: 1h, default: a, options: { a: { title: x }, b: { title: x } } } }
phases: { p: { title: x } }
injects:
  i: { after: { phase: p }, from: { name: x }, to: r, channel: phone, title: x, body: x, facts: [f] }
bank: { b: { from: { name: x }, channel: phone, title: x, body: x } }
`;

/** The one row of each section is what `*` stands for here. */
const IDS: Readonly<Record<string, string>> = {
  roles: 'r',
  facts: 'f',
  tasks: 't',
  services: 's',
  decisions: 'd',
  injects: 'i',
  bank: 'b',
};

const plan = (source: unknown): unknown => compile(scenarioSchema.parse(source), catalogue);

test.each(Object.entries(defaults))('%s: %s when it is left out', (path, value) => {
  const source = parse(BARE) as Record<string, unknown>;
  const steps = path.replace(/^after\./, 'injects.*.after.').split('.');
  const key = steps.pop() ?? '';
  let at = source;
  for (const step of steps) {
    at = at[step === '*' ? (IDS[steps[0] ?? ''] ?? '') : step] as Record<string, unknown>;
  }
  expect(at[key]).toBeUndefined();
  at[key] = value;
  expect(plan(source)).toEqual(plan(parse(BARE)));
});
