/** The book's short sections: questions on the way, attachments, hot wash, open questions. */
import type { Cell, Section } from '../../formats/block.ts';
import { decimal } from '../../formats/words.ts';
import type { Material } from '../material.ts';
import { byMoment } from '../schedule.ts';
import type { Teller } from '../teller.ts';

/** Absent where the scenario asks nothing. */
export function questionsSection(
  { plan, schedule, edition }: Material,
  s: Teller,
): readonly Section[] {
  const t = s.t.questions;
  const questions = plan.questions ?? [];
  if (questions.length === 0) return [];
  const whole = edition === 'controllers';
  const titles = [t.time, t.question, t.to, t.options, ...(whole ? [t.truth] : [])];
  const rows = byMoment(questions, schedule.question).map((row): readonly Cell[] => {
    const probe = row.kind === 'probe' ? row : undefined;
    const options = probe?.options.map(({ title }) => s.text(title)) ?? [];
    const truth = probe?.options.find(({ id }) => id === probe.truth);
    return [
      { text: s.moment(schedule.question(row.id)), sub: s.trigger(row.trigger) },
      { text: row.kind === 'poll' ? t.poll(s.quote(s.task(row.task))) : s.text(row.question) },
      { text: s.roles(row.to) },
      { text: probe ? s.list([...options, t.unsure]) : t.anyRole },
      ...(whole ? [{ text: truth ? s.text(truth.title) : s.t.nothing }] : []),
    ];
  });
  return [
    {
      id: 'questions',
      title: t.title,
      intro: t.intro,
      blocks: [
        {
          type: 'table',
          caption: t.caption,
          quiet: true,
          columns: titles.map((title) => ({ title })),
          rows,
        },
      ],
    },
  ];
}

/** Absent where no inject carries a file. */
export function filesSection({ plan }: Material, s: Teller): readonly Section[] {
  const t = s.t.files;
  const files = plan.files ?? [];
  if (files.length === 0) return [];
  return [
    {
      id: 'files',
      title: t.title,
      blocks: [
        {
          type: 'table',
          caption: t.caption,
          quiet: true,
          columns: [
            { title: t.name },
            { title: t.type },
            { title: t.size, figure: true },
            { title: t.used },
            { title: t.digest },
          ],
          rows: files.map(({ name, type, bytes, digest }) => [
            { text: name },
            { text: type },
            { text: t.kb(decimal(bytes / 1024, 1, s.labels.comma)), figure: true },
            {
              text: s.list(
                plan.injects
                  .filter((row) => row.files?.includes(name))
                  .map(({ number }) => String(number)),
              ),
            },
            { text: digest.slice(0, 16) },
          ]),
        },
      ],
    },
  ];
}

export function hotWashSection({ plan }: Material, s: Teller): readonly Section[] {
  const t = s.t.hotwash;
  if (plan.hotWash.length === 0) return [];
  const items = plan.hotWash.map(({ question }) => ({ text: s.text(question) }));
  return [{ id: 'hotwash', title: t.title, intro: t.intro, blocks: [{ type: 'list', items }] }];
}

export function openSection({ warnings }: Material, s: Teller): Section {
  const t = s.t.open;
  if (warnings.length === 0) {
    return { id: 'open', title: t.title, blocks: [{ type: 'note', text: t.none }] };
  }
  return {
    id: 'open',
    title: t.title,
    intro: t.intro,
    blocks: [
      {
        type: 'table',
        form: true,
        caption: t.caption,
        quiet: true,
        columns: [t.where, t.what, t.remedy, t.answer].map((title) => ({ title })),
        rows: warnings.map(({ where, what, remedy }) => [
          { text: where },
          { text: what },
          { text: remedy },
          { text: '' },
        ]),
      },
    ],
  };
}
