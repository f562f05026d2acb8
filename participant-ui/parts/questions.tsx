/** Knows: polls and probes: answering an open one, and reading what one answered. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { UNSURE } from '../../engine/runtime/protocol.ts';
import type { QuestionRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm } from '../desk.ts';
import {
  answeredQuestions,
  answerName,
  asked,
  missedQuestions,
  owners,
  SHOWN,
} from '../question.ts';
import { line, openQuestions } from '../view.ts';
import { Choices, RoleOptions } from './choices.tsx';
import { ShortForm } from './form.tsx';
import { useHeldFocus } from './panes.tsx';
import { useMoment } from './time.tsx';

export function Questions() {
  const { words, view } = useDesk();
  const part = useRef<HTMLDivElement>(null);
  useHeldFocus(part);
  const open = openQuestions(view);
  const later = open.length - SHOWN;
  return (
    <div class="single" ref={part}>
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.questions}
      </h2>
      <p class="lead">{open.length > 0 ? words.questionsText : words.questionsNone}</p>
      {open.slice(0, SHOWN).map((question) => (
        <Open key={question.id} question={question} />
      ))}
      {later > 0 && <p class="dim">{words.questionsLater(later)}</p>}
      <Past />
    </div>
  );
}

function Open({ question }: { readonly question: QuestionRow }) {
  const { words } = useDesk();
  const hint = useId();
  return (
    <section class="panel">
      <ShortForm
        name={formOf(question)}
        go={words.answer}
        describedBy={hint}
        lacking={({ option }) => (option === '' ? 'option' : undefined)}
        input={({ option }) => ({
          type: 'question.answer',
          question: question.id,
          answer: option,
        })}
      >
        {question.kind === 'poll' ? <Owner question={question} /> : <Options question={question} />}
        <p class="hint" id={hint}>
          {words.firstStands}
        </p>
      </ShortForm>
    </section>
  );
}

function formOf({ id }: QuestionRow): string {
  return `question:${id}`;
}

/** A poll: one role of all, one's own first. */
function Owner({ question }: { readonly question: QuestionRow }) {
  const { words, lang, view, me } = useDesk();
  const { draft, trial, write } = useForm(formOf(question));
  const lacks = trial.type === 'missing';
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (lacks) field.current?.focus();
  }, [lacks]);
  return (
    <div class="field">
      <label class="asked" for={id}>
        {asked(question, words, lang)}
      </label>
      <select
        id={id}
        ref={field}
        value={draft.option}
        aria-invalid={lacks}
        aria-describedby={`${id}-said`}
        onChange={({ currentTarget: { value } }) => write({ option: value })}
      >
        <option value="">{words.chooseRole}</option>
        <optgroup label={words.yourRole}>
          <option value={me.id}>{line(me.name, lang)}</option>
        </optgroup>
        <RoleOptions of={owners(view, lang)} />
        <optgroup label={words.orElse}>
          <option value={UNSURE}>{words.unsure}</option>
        </optgroup>
      </select>
      <p class="hint missing" id={`${id}-said`}>
        {lacks && words.missing.option}
      </p>
    </div>
  );
}

/** A probe: one of its options, or that one does not know. */
function Options({ question }: { readonly question: QuestionRow }) {
  const { words, lang } = useDesk();
  const form = useForm(formOf(question));
  const all = [
    ...question.options.map(({ id, title }) => ({ id, title: line(title, lang) })),
    { id: UNSURE, title: words.unsure },
  ];
  return <Choices form={form} legend={asked(question, words, lang)} class="asked" options={all} />;
}

function Past() {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  const answered = answeredQuestions(view);
  const missed = missedQuestions(view);
  if (answered.length + missed.length === 0) return null;
  return (
    <section class="past">
      <h3>{words.answeredBefore}</h3>
      <dl class="answers-of">
        {answered.map((question) => (
          <div key={question.id}>
            <dt>{asked(question, words, lang)}</dt>
            <dd>
              <strong>{answerName(view, question, words, lang)}</strong>{' '}
              <span class="dim">{words.answeredAt(at(question.answeredAt ?? 0))}</span>
            </dd>
          </div>
        ))}
        {missed.map((question) => (
          <div key={question.id}>
            <dt>{asked(question, words, lang)}</dt>
            <dd class="dim">{words.neverAnswered}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
