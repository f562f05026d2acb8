/**
 * When each phase, inject, decision, task and fact can come at the earliest, by the script alone.
 * Knows: the meaning of triggers, gates and branches. Does not know: what people will do; whatever
 * they may do, they may do at once.
 */
import type { Condition } from './condition.ts';
import { earliest, NEVER, type Node } from './earliest.ts';
import type { Placed } from './form.ts';
import { addTo } from './group.ts';
import { rings } from './ring.ts';
import { edgesInto, latest, storyline, type Conditions, type Edge } from './storyline.ts';
import { TRIGGERS } from './trigger.ts';
import type { Scope } from './scope.ts';
import type { Ms } from './time.ts';
import { expectations, reader, subjectKey, withinOf, type At, type Reader } from './waiting.ts';

export type Reach = {
  readonly phase: (id: string) => Ms;
  readonly inject: (id: string) => Ms;
  readonly task: (id: string) => Ms;
  readonly decision: (id: string) => Ms;
  readonly fact: (id: string) => Ms;
  readonly question: (section: 'polls' | 'probes', id: string) => Ms;
  readonly condition: (condition: Condition) => Ms;
  /** By when at the latest the storyline has left the phase. */
  readonly left: (phase: string) => Ms;
  /** False where a phase's or an option's way on is not known: then no phase is called unreachable. */
  readonly storylineKnown: boolean;
  readonly edges: readonly Edge[];
  readonly rings: readonly (readonly string[])[];
};

export function reachOf(scope: Scope, placed: readonly Placed[]): Reach {
  const { sound, references } = scope;
  const conditions = new Map(placed.map(({ path, condition }) => [path.join('.'), condition]));
  const { edges, known } = storyline(scope, conditions);
  const expected = expectations(scope);
  const lookup = reader(sound, references, expected);
  const inRing = rings(sound.rows.injects);
  const nodes = new Map<string, Node>([
    ...phaseNodes(scope, edges, known, conditions, lookup),
    ...decisionNodes(scope, conditions, lookup),
    ...taskNodes(scope, conditions, lookup),
    ...factNodes(scope),
    ...serviceNodes(scope),
    ...questionNodes(scope, conditions, lookup),
    ...injectNodes(scope, conditions, lookup, new Set(inRing.flat())),
  ]);
  const at = earliest(nodes);
  return {
    phase: (id) => at(`phase:${id}`),
    inject: (id) => at(`inject:${id}`),
    task: (id) => at(`task:${id}`),
    decision: (id) => at(`decision:${id}`),
    fact: (id) => at(`fact:${id}`),
    question: (section, id) => at(`${section}:${id}`),
    condition: (condition) => lookup.time(condition, at),
    left: latest(sound, edges),
    storylineKnown: known,
    edges,
    rings: inRing,
  };
}

function* phaseNodes(
  { sound }: Scope,
  edges: readonly Edge[],
  known: boolean,
  conditions: Conditions,
  lookup: Reader,
): Generator<readonly [string, Node]> {
  const into = edgesInto(edges);
  for (const id of sound.rows.phases.keys()) {
    const ways = known ? (into.get(id) ?? []) : [];
    const gates = new Map(
      ways.map(({ from = '' }) => [from, conditions.get(`phases.${from}.gate`)]),
    );
    const leaves_ = (from: string, at: At): Ms => {
      const entry = at(`phase:${from}`);
      const phase = sound.rows.phases.get(from);
      const gate = gates.get(from);
      const byGate = gate ? Math.max(entry, lookup.time(gate, at)) : NEVER;
      return Math.min(byGate, phase?.length === undefined ? NEVER : entry + phase.length);
    };
    const along = ({ from, when, decision }: Edge, at: At): Ms => {
      if (from === undefined) return 0;
      const out = decision
        ? Math.max(at(`phase:${from}`), at(`decision:${decision}`))
        : leaves_(from, at);
      return when ? Math.max(out, lookup.time(when, at)) : out;
    };
    const waits = ways.flatMap(({ from, when, decision }) => {
      const gate = gates.get(from ?? '');
      return [
        `phase:${from ?? ''}`,
        `decision:${decision ?? ''}`,
        ...(gate ? lookup.keys(gate) : []),
        ...(when ? lookup.keys(when) : []),
      ];
    });
    const time = (at: At): Ms =>
      known ? ways.reduce((least, way) => Math.min(least, along(way, at)), NEVER) : 0;
    yield [`phase:${id}`, { waits, time }];
  }
}

function waitFor(condition: Condition | undefined, lookup: Reader): Required<Node> {
  if (!condition) return { waits: [], time: () => 0 };
  return { waits: lookup.keys(condition), time: (at) => lookup.time(condition, at) };
}

function* decisionNodes(
  { sound }: Scope,
  conditions: Conditions,
  lookup: Reader,
): Generator<readonly [string, Node]> {
  for (const id of sound.rows.decisions.keys()) {
    yield [`decision:${id}`, waitFor(conditions.get(`decisions.${id}.opens`), lookup)];
  }
}

function* taskNodes(
  { sound }: Scope,
  conditions: Conditions,
  lookup: Reader,
): Generator<readonly [string, Node]> {
  for (const id of sound.rows.tasks.keys()) {
    yield [`task:${id}`, waitFor(conditions.get(`tasks.${id}.starts`), lookup)];
  }
}

/** A fact can be known as soon as one inject with it is out: people pass it on. */
function* factNodes({ sound }: Scope): Generator<readonly [string, Node]> {
  const carriers = new Map<string, string[]>();
  for (const [id, { facts }] of sound.rows.injects) {
    for (const fact of facts ?? []) addTo(carriers, fact, `inject:${id}`);
  }
  for (const [fact, waits] of carriers) yield [`fact:${fact}`, { waits }];
}

/** A service is down as soon as one inject that stops it altogether is out. */
function* serviceNodes({ sound }: Scope): Generator<readonly [string, Node]> {
  const stops = new Map([...sound.rows.services.keys()].map((id): [string, string[]] => [id, []]));
  for (const [id, { services = {} }] of sound.rows.injects) {
    for (const [service, level] of Object.entries(services)) {
      if (level === 0) stops.get(service)?.push(`inject:${id}`);
    }
  }
  for (const [service, waits] of stops) yield [`service:${service}`, { waits }];
}

function* questionNodes(
  scope: Scope,
  conditions: Conditions,
  lookup: Reader,
): Generator<readonly [string, Node]> {
  for (const section of ['polls', 'probes'] as const) {
    for (const id of scope.sound.rows[section].keys()) {
      yield [`${section}:${id}`, triggerNode(section, id, scope, conditions, lookup, [])];
    }
  }
}

function* injectNodes(
  scope: Scope,
  conditions: Conditions,
  lookup: Reader,
  inRing: ReadonlySet<string>,
): Generator<readonly [string, Node]> {
  const { sound } = scope;
  const parents = new Map<string, { readonly key: string; readonly within: Ms }[]>();
  for (const [id, { 'if-not': contingency }] of sound.rows.injects) {
    if (contingency === undefined) continue;
    const rows = sound.expectations.get(id) ?? [];
    const within = rows.reduce((least, [, row]) => Math.min(least, withinOf(row, sound)), NEVER);
    const parent = { key: `inject:${id}`, within: within === NEVER ? 0 : within };
    addTo(parents, contingency, parent);
  }
  for (const id of sound.rows.injects.keys()) {
    const trigger = triggerNode('injects', id, scope, conditions, lookup, parents.get(id) ?? []);
    const phases = (sound.rows.injects.get(id)?.phase ?? []).map((phase) => `phase:${phase}`);
    const waits = inRing.has(id) ? [] : [...trigger.waits, ...phases];
    const time = (at: At): Ms => {
      if (inRing.has(id)) return 0;
      const entry = phases.reduce((least, key) => Math.min(least, at(key)), NEVER);
      return phases.length === 0 ? trigger.time(at) : Math.max(trigger.time(at), entry);
    };
    yield [`inject:${id}`, { waits, time }];
  }
}

/** Where the trigger is missing or wrong, that is said elsewhere: here it counts as released. */
function triggerNode(
  section: 'injects' | 'polls' | 'probes',
  id: string,
  { sound, wrote }: Scope,
  conditions: Conditions,
  lookup: Reader,
  parents: readonly { readonly key: string; readonly within: Ms }[],
): Required<Node> {
  const { at: time, after, when } = sound.rows[section].get(id) ?? {};
  const written = TRIGGERS.filter((key) => wrote(section, id, key)).length;
  if (written > 1) return { waits: [], time: () => 0 };
  if (time !== undefined) return { waits: [], time: () => time };
  if (when) return waitFor(conditions.get(`${section}.${id}.when`), lookup);
  if (after) {
    const key = subjectKey(after);
    return { waits: [key], time: (at) => at(key) + (after.delay ?? 0) };
  }
  if (written > 0 || parents.length === 0) return { waits: [], time: () => 0 };
  return {
    waits: parents.map(({ key }) => key),
    time: (at) => parents.reduce((least, p) => Math.min(least, at(p.key) + p.within), NEVER),
  };
}
