/**
 * What the analysis will need. Knows: which facts, objectives, interfaces and clocks have a use in
 * the exercise. Does not know: when anything happens.
 */
import type { Scope } from './scope.ts';

export function checkCoverage(scope: Scope): void {
  checkFacts(scope);
  checkObjectives(scope);
  checkInterfaces(scope);
  checkClocks(scope);
  checkAnalysable(scope);
}

function checkFacts({ located, references, wrote, say }: Scope): void {
  const carried = references.used('fact', 'injects', 'facts');
  const needed = [
    references.used('fact', 'tasks'),
    references.used('fact', 'decisions'),
    references.used('fact', 'interfaces'),
    references.used('fact', 'phases'),
    references.used('fact', 'injects', 'expect.facts'),
    references.used('fact', 'injects', 'condition'),
  ];
  for (const id of located.sections.facts.keys()) {
    if (!carried.has(id)) say('fact-not-carried', ['facts', id], { params: { id } });
    // Nobody needs a changed version of a fact: it is there to be seen through.
    else if (!needed.some((ids) => ids.has(id)) && !wrote('facts', id, 'variant-of')) {
      say('fact-not-needed', ['facts', id], { params: { id } });
    }
  }
}

function checkObjectives({ located, references, say }: Scope): void {
  const used = references.used('objective', '*');
  for (const id of located.sections.objectives.keys()) {
    if (!used.has(id)) say('objective-unused', ['objectives', id], { params: { id } });
  }
}

function checkInterfaces({ located, references, wrote, say }: Scope): void {
  const used = references.used('interface', 'tasks');
  for (const id of located.sections.interfaces.keys()) {
    if (wrote('interfaces', id, 'starts') || used.has(id)) continue;
    say('interface-never-starts', ['interfaces', id], { params: { id } });
  }
}

/** A clock runs from an organisation's own declaration: nobody else can start it. */
function checkClocks(scope: Scope): void {
  const { sound, catalogue, say } = scope;
  const declaring = new Set<string>();
  for (const rows of sound.expectations.values()) {
    for (const [, { does, role }] of rows) {
      if (does !== 'declare') continue;
      for (const id of role) declaring.add(sound.rows.roles.get(id)?.organisation ?? '');
    }
  }
  const date = sound.head.starts?.slice(0, 10) ?? '';
  for (const [id, { clock, accountable }] of sound.rows.tasks) {
    if (clock === undefined || !Object.hasOwn(catalogue.clocks, clock)) continue;
    const path = ['tasks', id, 'clock'];
    const organisations = (accountable ?? []).map(
      (role) => sound.rows.roles.get(role)?.organisation ?? '',
    );
    if (organisations.length > 0 && !organisations.some((o) => declaring.has(o))) {
      say('clock-unprompted', path, { params: { clock, organisation: organisations.join(', ') } });
    }
    const { 'valid-from': from = '', 'valid-to': to = '' } = catalogue.clocks[clock] ?? {};
    if (date !== '' && (date < from || (to !== '' && date > to))) {
      const period = `${from} – ${to}`;
      say('catalogue-out-of-date', path, { params: { id: clock, date, period } });
    }
  }
}

/** Such a scenario runs; better that its author knows now what its report will not say. */
function checkAnalysable({ located, say }: Scope): void {
  if (located.sections.tasks.size === 0) {
    say('not-analysable', ['tasks'], { params: { kind: 'tasks', reason: 'no-responsibility' } });
  }
  if (located.sections.facts.size === 0) {
    say('not-analysable', ['facts'], { params: { kind: 'facts', reason: 'no-flow' } });
  }
}
