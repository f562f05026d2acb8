/**
 * What stands twice, or on both sides. Knows: rows that say the same, duties that two tasks share,
 * roles without a part, parts that nobody who takes part can play. Does not know: times.
 */
import { addTo } from './group.ts';
import { isData } from './read.ts';
import { SECTIONS, type Section } from './schema.ts';
import type { Scope } from './scope.ts';

export function checkOverlaps(scope: Scope): void {
  checkIdentical(scope);
  checkDuties(scope);
  checkParts(scope);
  checkPlayers(scope);
  checkInterfaces(scope);
}

/** A row copied to be changed, and then forgotten. Only rows with one heading are compared in full. */
function checkIdentical({ located, say }: Scope): void {
  for (const section of SECTIONS) {
    const headed = new Map<string, [string, unknown][]>();
    for (const [id, row] of located.sections[section]) {
      const heading = headingOf(row);
      if (heading !== undefined) addTo(headed, heading, [id, row]);
    }
    for (const rows of headed.values()) {
      if (rows.length > 1) checkAlike(section, rows, say);
    }
  }
}

function headingOf(row: unknown): string | undefined {
  if (!isData(row)) return typeof row === 'string' ? row : undefined;
  const words = row['title'] ?? row['question'] ?? row['text'] ?? row['name'] ?? row;
  return Object.keys(row).length === 0 ? undefined : JSON.stringify(words);
}

function checkAlike(
  section: Section,
  rows: readonly (readonly [string, unknown])[],
  say: Scope['say'],
): void {
  const first = new Map<string, string>();
  for (const [id, row] of rows) {
    const content = JSON.stringify(row);
    const other = first.get(content);
    if (other === undefined) first.set(content, id);
    else say('identical-rows', [section, id], { params: { id, other } });
  }
}

/** One organisation's statutory notification, planned as two tasks. */
function checkDuties({ sound, say }: Scope): void {
  const first = new Map<string, string>();
  for (const [id, { clock, accountable = [], ambiguity }] of sound.rows.tasks) {
    // A doubt that is meant is no mistake.
    if (clock === undefined || ambiguity !== undefined) continue;
    const organisations = accountable.map((role) => sound.rows.roles.get(role)?.organisation);
    for (const organisation of new Set(organisations)) {
      const key = JSON.stringify([clock, organisation]);
      const other = first.get(key);
      if (other === undefined) first.set(key, id);
      else if (organisation !== undefined) {
        say('same-duty', ['tasks', id, 'clock'], { params: { id, other, organisation } });
      }
    }
  }
}

const PARTS = {
  tasks: ['accountable', 'responsible', 'support', 'consulted', 'informed'],
  decisions: ['authority', 'consult', 'inform'],
  interfaces: ['from', 'to'],
  injects: ['expect.role'],
} as const;

/** Where there is a plan, whoever takes part has a part in it. */
function checkParts({ located, sound, references, say, takesPart }: Scope): void {
  if (located.sections.tasks.size === 0) return;
  const sections = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const sets = sections.flatMap((section) =>
    PARTS[section].map((field) => references.used('role', section, field)),
  );
  for (const id of sound.rows.roles.keys()) {
    if (!takesPart(id) || sets.some((set) => set.has(id))) continue;
    say('role-without-part', ['roles', id], { params: { id } });
  }
}

/** The simulation cell is not evaluated: what it alone is to do, nobody exercises. */
function checkPlayers({ sound, say, takesPart }: Scope): void {
  const simulated = (roles: readonly string[]): boolean =>
    roles.length > 0 && roles.every((id) => sound.rows.roles.has(id) && !takesPart(id));
  for (const [id, { accountable = [], responsible = [] }] of sound.rows.tasks) {
    if (!simulated([...accountable, ...responsible])) continue;
    say('simcell-alone', ['tasks', id], { params: { kind: 'the-task', id } });
  }
  for (const [id, { authority = [] }] of sound.rows.decisions) {
    if (!simulated(authority)) continue;
    say('simcell-alone', ['decisions', id], { params: { kind: 'the-decision', id } });
  }
}

/** Two authorities may each have to tell the other; one role alone has nobody to tell. */
function checkInterfaces({ sound, say }: Scope): void {
  for (const [id, { from = [], to = [] }] of sound.rows.interfaces) {
    if (new Set([...from, ...to]).size > 1) continue;
    for (const [i, role] of to.entries()) {
      if (!from.includes(role)) continue;
      say('interface-inside', ['interfaces', id, 'to', i], { params: { id: role } });
    }
  }
}
