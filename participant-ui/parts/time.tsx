/** Knows: times that move while one looks at them, each drawn by itself once a second. */
import { formatExerciseTime, storyTime, type Ms } from '../../engine/runtime/protocol.ts';
import { deadline, moment, storyDate } from '../deadline.ts';
import { useDesk, useTold } from '../desk.ts';

/** A moment of the story; its exercise time in the title. */
export function When({ at }: { readonly at: Ms }) {
  const { exercise, words } = useDesk();
  const told = useTold((now) => moment(exercise.story, at, now, words));
  return (
    <time class="time" title={formatExerciseTime(at, false)}>
      {told}
    </time>
  );
}

/** A moment's date in the story, in words. */
export function StoryDay({ at }: { readonly at: Ms }) {
  const { exercise, words } = useDesk();
  return <>{storyDate(exercise.story, at, words)}</>;
}

/** For sentences that a time stands in. */
export function useMoment(): (at: Ms) => string {
  const { exercise, words, session } = useDesk();
  return (at) => moment(exercise.story, at, session.now(), words);
}

/** How long is left, or by how much it is exceeded: in words, the colour only adds to them. */
export function Left({ due }: { readonly due: Ms }) {
  const { words } = useDesk();
  const state = useTold((now) => deadline(due, now, words).state);
  const text = useTold((now) => deadline(due, now, words).text);
  return <span class={`left ${state}`}>{text}</span>;
}

export function ExerciseClock() {
  const { exercise, words } = useDesk();
  const time = useTold((now) => storyTime(exercise.story, now).time);
  const date = useTold((now) => storyDate(exercise.story, now, words));
  const elapsed = useTold((now) => formatExerciseTime(now, false));
  return (
    <div class="clock">
      <p class="story">
        <span class="hidden">{words.storyClock}: </span>
        <strong>{time}</strong> <span class="date">{date}</span>
      </p>
      <p class="standing">
        <span class="hidden">{words.exerciseClock}: </span>
        <span class="elapsed">{elapsed}</span>{' '}
        <span class={`status ${exercise.status}`}>{words.status[exercise.status]}</span>
      </p>
    </div>
  );
}
