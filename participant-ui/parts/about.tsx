/** Knows: choosing which task or decision a message is about: an open one, or the one it came from. */
import { useDesk } from '../desk.ts';
import { decisions, line, tasks } from '../view.ts';

export function About(props: { readonly value: string; readonly change: (about: string) => void }) {
  const { words, lang, view } = useDesk();
  const openTasks = tasks(view)
    .filter((task) => task.status === 'open' || props.value === `task:${task.id}`)
    .map((task) => ({ value: `task:${task.id}`, title: line(task.title, lang) }));
  const open = decisions(view)
    .filter(({ made, id }) => !made || props.value === `decision:${id}`)
    .map((decision) => ({
      value: `decision:${decision.id}`,
      title: line(decision.question, lang),
    }));
  if (openTasks.length + open.length === 0) return null;
  return (
    <div class="field">
      <label>
        {words.about}{' '}
        <select value={props.value} onChange={(event) => props.change(event.currentTarget.value)}>
          <option value="">{words.aboutNothing}</option>
          <Choices label={words.aboutTasks} choices={openTasks} />
          <Choices label={words.aboutDecisions} choices={open} />
        </select>
      </label>
    </div>
  );
}

function Choices(props: {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly title: string }[];
}) {
  if (props.choices.length === 0) return null;
  return (
    <optgroup label={props.label}>
      {props.choices.map(({ value, title }) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}
