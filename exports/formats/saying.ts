/**
 * Puts a finding into words: says its subjects and figures, and fills the wording with them.
 * Knows: findings and the speaker. Does not know: the layout around them.
 */
import type { Finding } from '../analysis/finding.ts';
import type { Said, Wording } from '../finding.ts';
import { doubtText, lens, wording } from '../wording.ts';
import type { Speaker } from './words.ts';

type Spoken = { readonly [K in keyof Wording]-?: string } & {
  readonly principle: string;
  readonly element: string;
  readonly doubts: readonly string[];
};

export function speak(finding: Finding, s: Speaker): Spoken {
  const said = saidOf(finding, s);
  const words = wording(finding.code, s.lang);
  const about = lens(finding.code, s.lang);
  return {
    title: words.title(said),
    happened: words.happened(said),
    planned: words.planned(said),
    causes: words.causes?.(said) ?? '',
    question: words.question(said),
    action: words.action(said),
    principle: about?.principle ?? '',
    element: about?.element ?? '',
    doubts: finding.doubts.map((doubt) => doubtText(doubt, s.lang)),
  };
}

function saidOf(finding: Finding, s: Speaker): Said {
  const { measures: m } = finding;
  const quoted = (kind: Parameters<Speaker['name']>[0], ids: readonly string[]): string =>
    s.list(ids.map((id) => s.t.quote(s.name(kind, id))));
  return {
    task: quoted('tasks', finding.tasks),
    decision: quoted('decisions', finding.decisions),
    clock: s.list(finding.clocks.map((id) => s.clock(id))),
    interface: s.list(finding.interfaces.map((id) => interfaceName(id, s))),
    facts: quoted('facts', finding.facts),
    service: quoted('services', finding.services.slice(0, 1)),
    dependency: quoted('services', finding.services.slice(1)),
    load: String(m.load ?? 0),
    roles: s.roles(finding.roles),
    others: s.roles(finding.others),
    purpose: s.list([
      ...finding.tasks.map((id) => s.t.quote(s.name('tasks', id))),
      ...finding.decisions.map((id) => s.t.quote(s.name('decisions', id))),
    ]),
    lasted: s.length(m.lasted ?? 0),
    window: s.length(m.window ?? 0),
    lateBy: s.length(m.lateBy ?? 0),
    after: s.length(m.after ?? 0),
    margin: s.share(m.margin ?? 0),
    at: s.time(m.at ?? 0),
    part: s.t.of(String(m.count ?? 0), String(m.total ?? 0)),
    variant: finding.variant ?? '',
    asked: s.asked(finding.variant ?? ''),
  };
}

/** An interface's id is its name in the register, so it goes first. */
export function interfaceName(id: string, s: Speaker): string {
  const name = s.name('interfaces', id);
  return name === id ? id : `${id} ${name}`;
}
