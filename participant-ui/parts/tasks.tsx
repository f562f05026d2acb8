/** Knows: the role's tasks, the most urgent first, and who has them. */
import type { TaskRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { holders, line, roleName, tasks } from '../view.ts';
import { Panes, Row } from './panes.tsx';
import { Task } from './task.tsx';
import { Left } from './time.tsx';

export function Tasks() {
  const { words, view, places } = useDesk();
  const { id } = places.here();
  const open = id === undefined ? undefined : view.tasks[id];
  const all = tasks(view);
  return (
    <Panes
      section="tasks"
      invite={words.chooseTask}
      detail={open && <Task key={open.id} task={open} />}
      list={
        <>
          {all.length === 0 && <p class="empty">{words.tasksEmpty}</p>}
          <ul class="rows">
            {all.map((task) => (
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
  const toUs = task.offers.filter((offer) => offer.to === me.id);
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
      {toUs.length > 0 && task.status === 'open' && (
        <span class="marks">
          <span class="mark hot">
            {toUs.some(({ assigned }) => assigned) ? words.assignedTitle : words.offered}
          </span>
        </span>
      )}
    </Row>
  );
}
