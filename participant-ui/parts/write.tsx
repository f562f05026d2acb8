/** Knows: a new message on a page of its own. Its draft is one: other parts add receivers and facts. */
import { useDesk } from '../desk.ts';
import { Compose } from './compose.tsx';

/** The draft that "write to" and "pass on" add to, wherever they stand. */
export const NEW_MESSAGE = 'write';

export function Write() {
  const { words } = useDesk();
  return (
    <div class="single wide">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.write}
      </h2>
      <Compose form={NEW_MESSAGE} />
    </div>
  );
}
