/**
 * What injects carry, against what lies in the scenario's `files/` folder. Knows: names, kinds, sizes.
 * Does not know: the disk; its reader says what it found, and without that nothing is missing.
 */
import {
  ATTACHMENT_TYPES,
  attachmentType,
  LARGEST_ATTACHMENT,
  staysInside,
  type FoundFile,
} from './attachment.ts';
import { sourceOf } from './excerpt.ts';
import { nearest } from './nearest.ts';
import type { Path, Report } from './problem.ts';
import type { Scope } from './scope.ts';

export function checkFolder(
  scope: Scope,
  found: readonly FoundFile[] | undefined,
  report: Report,
): void {
  const there = found && new Map(found.map((file) => [file.name, file]));
  const used = new Set<string>();
  for (const [id, { files = [] }] of scope.sound.rows.injects) {
    const here = new Set<string>();
    for (const [i, name] of files.entries()) {
      const path = ['injects', id, 'files', i];
      if (here.has(name)) scope.say('duplicate-entry', path, { params: { id: name } });
      here.add(name);
      if (!used.has(name)) checkName(name, path, there, scope);
    }
    for (const name of here) used.add(name);
  }
  for (const { name } of found ?? []) {
    if (used.has(name)) continue;
    const range = { source: sourceOf(`files/${name}`, ''), from: 0, to: 0 };
    report('file-unused', range, ['files', name], { params: { name } });
  }
}

/** A file that several injects carry is looked at once: it is one mistake. */
function checkName(
  name: string,
  path: Path,
  there: ReadonlyMap<string, FoundFile> | undefined,
  { say }: Scope,
): void {
  if (!staysInside(name)) say('file-outside', path, { params: { name } });
  else if (attachmentType(name) === undefined) {
    const allowed = Object.keys(ATTACHMENT_TYPES).join(', ');
    say('file-kind', path, { params: { name, allowed } });
  } else if (there) {
    const file = there.get(name);
    const limit = `${LARGEST_ATTACHMENT / 1024 / 1024} MiB`;
    if (!file) {
      say('file-missing', path, { params: { name }, suggestion: nearest(name, there.keys()) });
    } else if (file.bytes > LARGEST_ATTACHMENT) {
      say('attachment-too-large', path, { params: { name, limit } });
    }
  }
}
