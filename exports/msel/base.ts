/**
 * What a scenario already has, for a sheet's words to be matched against. Knows: ids and names, also
 * of a scenario that is not finished. Does not know: sheets.
 */
import { isData, readScenario, type SourceFile } from '../../engine/scenario/read.ts';
import type { Scenario, Section } from '../../engine/scenario/schema.ts';
import { LANGS } from '../../engine/scenario/text.ts';
import { DAY, HOUR, MINUTE, type Ms } from '../../engine/scenario/time.ts';
import { directory, type Directory, type Named } from './directory.ts';
import { daysSince1970 } from './moment.ts';

export type Base = {
  readonly receivers: Directory;
  readonly roles: Directory;
  readonly phases: Directory;
  readonly facts: Directory;
  readonly objectives: Directory;
  /** Ids of injects that the scenario has, and the file each stands in. */
  readonly injects: ReadonlyMap<string, string>;
  /** When the story starts. */
  readonly start?: { readonly clock: Ms; readonly date: Ms };
};

/** `scenario` where the files check clean: it has templates' instances, which files do not name. */
export function baseOf(files: readonly SourceFile[], scenario?: Scenario): Base {
  const located = readScenario(files, () => undefined);
  const rowsOf = (section: Section): readonly (readonly [string, unknown])[] =>
    scenario ? Object.entries(scenario[section] ?? {}) : [...located.sections[section]];
  const named = (section: Section): readonly Named[] =>
    rowsOf(section).map(([id, row]) => ({ id, names: namesIn(row) }));
  const roles = named('roles');
  const start = startOf(scenario?.starts ?? located.head['starts']);
  return {
    receivers: directory([...roles, ...named('organisations')]),
    roles: directory(roles),
    phases: directory(named('phases')),
    facts: directory(named('facts')),
    objectives: directory(named('objectives')),
    injects: new Map(
      [...located.sections.injects.keys()].map((id) => {
        const { source } = located.range(['injects', id], 'key');
        return [id, source.name];
      }),
    ),
    ...(start ? { start } : {}),
  };
}

function namesIn(row: unknown): readonly string[] {
  if (!isData(row)) return [];
  const text = row['name'] ?? row['title'] ?? row['text'];
  if (typeof text === 'string') return [text];
  if (!isData(text)) return [];
  return LANGS.flatMap((lang) => {
    const name = text[lang];
    return typeof name === 'string' ? [name] : [];
  });
}

/** `2026-09-18T02:10 Europe/Copenhagen`, `2026-09-18 02:10`: the story's own date and time of day. */
export function startOf(text: unknown): { clock: Ms; date: Ms } | undefined {
  if (typeof text !== 'string') return undefined;
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)/.exec(text.trim());
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (match ?? []).slice(1).map(Number);
  const days = daysSince1970(year, month, day);
  if (!match || days === undefined) return undefined;
  return { date: days * DAY, clock: hour * HOUR + minute * MINUTE };
}
