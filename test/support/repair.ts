/** Makes an arbitrary scenario pass the checker. Knows: what to take out for which complaint. */
import { errors, type Source } from './scenario.ts';
import type { Json, Rows } from './writing.ts';

/** Takes out what the checker finds wrong, until it finds nothing. */
export function repaired(whole: Json): Source {
  for (let round = 0; round < 20; round += 1) {
    const found = errors(whole);
    if (found.length === 0) return whole;
    for (const error of found) takeOut(whole, error);
  }
  throw new Error(`beyond repair: ${errors(whole).join('; ')}`);
}

function takeOut(whole: Json, error: string): void {
  const [code = '', path = ''] = error.split(' ');
  const [section = '', id = '', field = ''] = path.split(/[.[\]]+/);
  const row = (whole[section] as Rows | undefined)?.[id];
  if (!row) throw new Error(`cannot repair ${error}`);
  if (section === 'injects') {
    for (const key of ['when', 'after', 'phase']) Reflect.deleteProperty(row, key);
    for (const parent of Object.values(whole['injects'] as Rows)) {
      if (parent['if-not'] === id) delete parent['if-not'];
    }
    if (code === 'expectation-elsewhere') row['to'] = ['all'];
    else if (!('manual' in row)) row['at'] = '0m';
  } else if (section === 'polls' || section === 'probes') {
    for (const key of ['when', 'after', 'at']) Reflect.deleteProperty(row, key);
    row['manual'] = true;
  } else if (section === 'phases' && field === 'next') {
    const ways = row['next'];
    if (Array.isArray(ways)) row['next'] = (ways as Json[]).at(-1)!['to'];
  } else if (section === 'phases') {
    delete row['gate'];
    // Somewhere on the way the storyline stands still: no phase waits for its gate alone.
    for (const phase of Object.values(whole['phases'] as Rows)) {
      if (phase['next'] !== undefined) phase['length'] ??= '20m';
    }
  } else {
    Reflect.deleteProperty(row, field === '' ? 'starts' : field);
    if (code === 'unknown-reference') throw new Error(`cannot repair ${error}`);
  }
}
