/**
 * Services: what depends on what, and whether anything happens to them. Knows: what lowers and what
 * restores a service. Does not know: when (reachability does), or in which order it should be done.
 */
import { addTo } from './group.ts';
import { isData } from './read.ts';
import { circles } from './ring.ts';
import type { Scope } from './scope.ts';

export function checkServices(scope: Scope): void {
  checkCycles(scope);
  checkChanges(scope);
}

function checkCycles({ sound, say }: Scope): void {
  const { services } = sound.rows;
  const waits = new Map<string, string[]>();
  for (const [id, { 'depends-on': others = [] }] of services) {
    for (const other of others) if (services.has(other)) addTo(waits, id, other);
  }
  for (const ring of circles(waits, services.keys())) {
    const [first = ''] = ring;
    const params = { ring: [...ring, first].join(' → ') };
    say('service-cycle', ['services', first, 'depends-on'], { params });
  }
}

/** A restored level is never below the level that stands: only injects lower a service. */
function checkChanges(scope: Scope): void {
  const { sound, references, say } = scope;
  const lowered = new Set<string>();
  const raised = new Set<string>();
  for (const [inject, { services }] of sound.rows.injects) {
    for (const [id, level] of Object.entries(services ?? {}))
      (level < 1 ? lowered : raised).add(id);
    // What a level that cannot be read was meant to do, nobody can tell.
    if (services) continue;
    for (const id of named(scope, inject)) for (const set of [lowered, raised]) set.add(id);
  }
  for (const id of references.used('service', 'tasks', 'restores')) raised.add(id);
  for (const id of sound.rows.services.keys()) {
    const params = { id };
    if (!lowered.has(id)) say('service-unchanged', ['services', id], { params });
    else if (!raised.has(id)) say('service-not-restored', ['services', id], { params });
  }
  checkRestoring(scope);
}

/** The services that an inject names, as written. */
function named({ located }: Scope, inject: string): readonly string[] {
  const row = located.sections.injects.get(inject);
  const services = isData(row) ? row['services'] : undefined;
  return isData(services) ? Object.keys(services) : [];
}

function checkRestoring({ sound, say }: Scope): void {
  for (const [task, { restores = {} }] of sound.rows.tasks) {
    for (const [id, to] of Object.entries(restores)) {
      const level = typeof to === 'object' ? to.level : to;
      if (level === 0) say('restores-nothing', ['tasks', task, 'restores', id], { params: { id } });
    }
  }
}
