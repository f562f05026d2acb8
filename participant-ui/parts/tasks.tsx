/** Knows: the role's tasks, the most urgent first, who has them, and what they are to this role. */
import { useState } from 'preact/hooks';
import type { TaskRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { CUTS, isInCut, partsIn, type Cut } from '../involvement.ts';
import { holders, line, roleName, tasks } from '../view.ts';
import { Choice } from './choice.tsx';
import { Panes, Row } from './panes.tsx';
import { Task } from './task.tsx';
import { Left } from './time.tsx';

export function Tasks() {
  const { words, view, places } = useDesk();
  const { id } = places.here();
  const open = id === undefined ? undefined : view.tasks[id];
  const [cut, setCut] = useState<Cut>('all');
  const all = tasks(view);
  const shown = all.filter((task) => isInCut(partsIn(view, task), cut));
  return (
    <Panes
      section="tasks"
      invite={words.chooseTask}
      detail={open && <Task key={open.id} task={open} />}
      list={
        <>
          {all.length === 0 ? (
            <p class="empty">{words.tasksEmpty}</p>
          ) : (
            <Choice
              label={words.cut}
              options={CUTS}
              names={words.cuts}
              chosen={cut}
              choose={setCut}
            />
          )}
          {all.length > 0 && shown.length === 0 && <p class="empty">{words.cutEmpty[cut]}</p>}
          <ul class="rows">
            {shown.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </>
      }
    />
  );
}

function TaskLine({ task }: { readonly task: TaskRow }) {
  const { words, lang, view, me } = useDesk();
  const owners = holders(task, 'accountable').map((role) =>
    role === me.id ? words.we : roleName(view, role, lang),
  );
  return (
    <Row id={task.id} section="tasks" strong={task.status === 'open'}>
      <span class="row-top">
        <span>{task.status === 'done' ? words.taskDone : words.taskOpen}</span>
        {task.status === 'open' && <Left due={task.due} />}
      </span>
      <span class="row-title">{line(task.title, lang)}</span>
      <span class="row-by">
        {owners.length === 0 ? words.noneAccountable : words.heldBy(owners.join('; '))}
      </span>
      <TaskMarks task={task} />
    </Row>
  );
}

/** What waits for this role in the task, what its part has been, and what the plan says it is. */
function TaskMarks({ task }: { readonly task: TaskRow }) {
  const { words, view, me } = useDesk();
  const offer = task.status === 'open' && task.offers.find(({ to }) => to === me.id);
  const parts = partsIn(view, task);
  const { letters = [] } = task;
  if (!offer && parts.length + letters.length === 0) return null;
  return (
    <span class="marks">
      {offer && (
        <span class="mark hot">{offer.assigned ? words.callKinds.assigned : words.offered}</span>
      )}
      {parts.map((part) => (
        <span key={part} class="mark">
          {words.parts[part]}
        </span>
      ))}
      {letters.length > 0 && (
        <span class="mark planned">
          {words.planLetters(letters.map((letter) => words.letterNames[letter]).join(', '))}
        </span>
      )}
    </span>
  );
}
