/** Knows: what every meaning check looks at, and how it speaks. Does not know: any check. */
import type { Catalogue } from './catalogue.ts';
import type { ProblemCode } from './code.ts';
import type { Details, Path, Report } from './problem.ts';
import { isData, type Located } from './read.ts';
import type { References } from './references.ts';
import type { Section } from './schema.ts';
import type { Sound } from './shape.ts';

export type Scope = {
  readonly sound: Sound;
  readonly located: Located;
  readonly references: References;
  readonly catalogue: Catalogue;
  /** Reports at a path's value where it is one word or number, else at its key. */
  readonly say: (code: ProblemCode, path: Path, details?: Details) => void;
  /** True where the author wrote the field, even if what stands there is wrong. */
  readonly wrote: (section: Section, id: string, field: string) => boolean;
  /** True of a role that somebody sits in, of an organisation with such a role, and of `all`. */
  readonly takesPart: (receiver: string) => boolean;
};

export function scopeOf(
  located: Located,
  sound: Sound,
  references: References,
  catalogue: Catalogue,
  report: Report,
): Scope {
  const taking = new Set(['all']);
  for (const [id, { organisation = '', 'played-by': by }] of sound.rows.roles) {
    if (by !== 'simcell') taking.add(id).add(organisation);
  }
  return {
    located,
    sound,
    references,
    catalogue,
    say: (code, path, details) => report(code, located.range(path), path, details),
    wrote: (section, id, field) => {
      const row = located.sections[section].get(id);
      return isData(row) && Object.hasOwn(row, field);
    },
    takesPart: (receiver) => taking.has(receiver),
  };
}
