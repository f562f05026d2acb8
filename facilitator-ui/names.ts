/**
 * What ids are called. Knows: the view's rows. Does not know: the screen.
 * An id that the view does not hold (yet) is shown as it is: nothing is hidden for want of a name.
 */
import type { About, PictureSection } from '../engine/exercise/entry.ts';
import type { ControlView, FileRow, ObligationRow } from '../engine/exercise/rows.ts';
import { say, UNSURE, type Lang, type Text } from '../engine/runtime/protocol.ts';
import { once } from './keep.ts';
import { plainText } from './sanitise.ts';
import { catalogue } from './text.ts';
import { cut } from './width.ts';

export type Names = {
  readonly lang: Lang;
  readonly text: (text: Text) => string;
  readonly role: (id: string) => string;
  readonly roles: (ids: readonly string[]) => string;
  /** Receivers; an answer to somebody outside the exercise goes to no role: control has it. */
  /** The receivers of a message, and somebody outside the exercise; control where there is nobody. */
  readonly to: (ids: readonly string[], outside?: string) => string;
  readonly inject: (id: string) => string;
  readonly item: (id: string) => string;
  readonly task: (id: string) => string;
  readonly decision: (id: string) => string;
  readonly option: (decision: string, option: string) => string;
  readonly phase: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly clock: (id: string) => string;
  readonly service: (id: string) => string;
  readonly matter: (id: string) => string;
  readonly organisation: (id: string) => string;
  readonly obligation: (id: string) => string;
  /** A hot-wash question. */
  readonly question: (id: string) => string;
  /** What a poll or a probe asks, and an answer to it. */
  readonly asked: (id: string) => string;
  readonly answer: (question: string, answer: string) => string;
  readonly about: (about: About) => string;
};

/** Of a message without a title, as much of its text as tells it from others. */
const EXCERPT = 50;

/** Names with commas of their own need a stronger mark between them. */
export function joined(parts: readonly string[]): string {
  return parts.join(parts.some((part) => part.includes(',')) ? '; ' : ', ');
}

/** Every cell asks for them; the view is another one after every change. */
export function namesOf(view: Partial<ControlView>, lang: Lang): Names {
  return once(view, `names:${lang}`, () => namesIn(view, lang));
}

function namesIn(view: Partial<ControlView>, lang: Lang): Names {
  const text = (t: Text): string => say(t, lang);
  const titled = (row: { readonly title: Text } | undefined, id: string): string =>
    row ? text(row.title) : id;
  const role = (id: string): string => {
    const row = view.roles?.[id];
    return row ? text(row.name) : id;
  };
  const inject = (id: string): string => {
    const row = view.injects?.[id];
    return row ? `${row.number} ${text(row.title)}` : id;
  };
  const item = (id: string): string => {
    const message = view.messages?.[id];
    const statement = view.statements?.[id];
    if (statement) return lang === 'da' ? `»${statement.title}«` : `“${statement.title}”`;
    const picture = view.picture?.[id];
    if (picture) return `${sectionName(picture.section, lang)} (${picture.version})`;
    if (!message) return inject(id);
    const said = text(message.title) || cut(text(message.body), EXCERPT);
    return lang === 'da' ? `»${said}«` : `“${said}”`;
  };
  const task = (id: string): string => titled(view.tasks?.[id], id);
  const decision = (id: string): string => {
    const row = view.decisions?.[id];
    return row ? text(row.question) : id;
  };
  const exercise = view.exercise?.['exercise'];
  return {
    lang,
    text,
    role,
    roles: (ids) => (ids.length === 0 ? catalogue(lang).nobody : joined(ids.map(role))),
    to: (ids, outside) => {
      const all = [...ids.map(role), ...(outside === undefined ? [] : [outside])];
      return all.length === 0 ? catalogue(lang).control : joined(all);
    },
    inject,
    item,
    task,
    decision,
    option: (id, option) =>
      titled(
        view.decisions?.[id]?.options.find((o) => o.id === option),
        option,
      ),
    phase: (id) => titled(view.phases?.[id], id),
    fact: (id) => {
      const row = view.facts?.[id];
      return row ? text(row.text) : id;
    },
    clock: (id) => titled(view.clocks?.[id], id),
    service: (id) => titled(view.services?.[id], id),
    matter: (id) =>
      titled(
        exercise?.matters.find((m) => m.id === id),
        id,
      ),
    organisation: (id) => {
      const row = Object.values(view.roles ?? {}).find((r) => r.organisation === id);
      return row ? text(row.organisationName) : id;
    },
    obligation: (id) => {
      const row = view.obligations?.[id];
      return row ? `${role(row.role)}: ${duty(row, lang, { task, decision, inject })}` : id;
    },
    question: (id) => {
      const found = exercise?.hotWash.find((q) => q.id === id);
      return found ? text(found.question) : id;
    },
    asked: (id) => {
      const row = view.questions?.[id];
      if (!row) return id;
      const quoted = lang === 'da' ? `»${text(row.title)}«` : `“${text(row.title)}”`;
      return row.kind === 'poll' ? catalogue(lang).owns(quoted) : quoted;
    },
    answer: (id, answer) => {
      const row = view.questions?.[id];
      if (answer === UNSURE) return catalogue(lang).unsure;
      if (row?.kind === 'poll') return role(answer);
      return titled(
        row?.options.find((option) => option.id === answer),
        answer,
      );
    },
    about: (about) =>
      joined([
        ...(about.role === undefined ? [] : [role(about.role)]),
        ...(about.task === undefined ? [] : [task(about.task)]),
        ...(about.decision === undefined ? [] : [decision(about.decision)]),
        ...(about.inject === undefined ? [] : [item(about.inject)]),
        ...(about.message === undefined ? [] : [item(about.message)]),
        ...(about.publication === undefined ? [] : [item(about.publication)]),
        ...(about.objective === undefined
          ? []
          : [titled(view.objectives?.[about.objective], about.objective)]),
      ]),
  };
}

/** What is expected: "kvittere – 12 Opkald fra vagtcentralen". */
export function duty(
  row: ObligationRow,
  lang: Lang,
  names: Pick<Names, 'task' | 'decision' | 'inject'>,
): string {
  const act = catalogue(lang).does[row.does];
  if (row.task !== undefined) return `${act} – ${names.task(row.task)}`;
  if (row.decision !== undefined) return `${act} – ${names.decision(row.decision)}`;
  return `${act} – ${names.inject(row.inject)}`;
}

/** `skærm.png (101 kB), log.txt (11 B)`: attachments by name; a console does not open them. */
export function filesIn(files: readonly FileRow[], lang: Lang): string {
  return joined(files.map(({ name, bytes }) => `${plainText(name)} (${sizeOf(bytes, lang)})`));
}

function sizeOf(bytes: number, lang: Lang): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', lang === 'da' ? ',' : '.')} MB`;
}

const SECTIONS: Readonly<Record<Lang, { readonly [S in PictureSection]: string }>> = {
  da: {
    situation: 'situationen',
    consequences: 'konsekvenser',
    measures: 'iværksatte tiltag',
    outlook: 'forventet udvikling',
    communication: 'kommunikation',
  },
  en: {
    situation: 'situation',
    consequences: 'consequences',
    measures: 'measures',
    outlook: 'outlook',
    communication: 'communication',
  },
};

/** The name of a section of the situation picture. */
export function sectionName(section: PictureSection, lang: Lang): string {
  return SECTIONS[lang][section];
}
