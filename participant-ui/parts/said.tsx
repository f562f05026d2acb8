/** Knows: how a question to control, an objection and "done outside the tool" are shown again. */
import type { About } from '../../engine/exercise/entry.ts';
import type { AskRow, ContestRow, OutsideRow, RoleView } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { plainLine } from '../plain.ts';
import { itemTitle, line, roleName } from '../view.ts';
import { Prose } from './prose.tsx';
import { useMoment } from './time.tsx';

export type SaidRow =
  | { readonly type: 'ask'; readonly row: AskRow }
  | { readonly type: 'contest'; readonly row: ContestRow }
  | { readonly type: 'outside'; readonly row: OutsideRow };

/** What one has said about the same thing, the first first. */
export function saidAbout(view: RoleView, about: About): readonly SaidRow[] {
  const same = (other: About | undefined): boolean =>
    other !== undefined &&
    (['task', 'decision', 'inject', 'message'] as const).every((key) => about[key] === other[key]);
  const all: readonly SaidRow[] = [
    ...Object.values(view.asks).map((row) => ({ type: 'ask', row }) as const),
    ...Object.values(view.contests).map((row) => ({ type: 'contest', row }) as const),
    ...Object.values(view.outside).map((row) => ({ type: 'outside', row }) as const),
  ];
  return all.filter(({ row }) => same(row.about)).sort((a, b) => a.row.at - b.row.at);
}

export function Said({ said }: { readonly said: SaidRow }) {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  const kinds: { readonly [T in SaidRow['type']]: string } = {
    ask: words.asksTitle,
    contest: words.contestsTitle,
    outside: words.outsideTitle,
  };
  return (
    <li class="panel said">
      <p class="panel-top dim">
        <span>{kinds[said.type]}</span>
        <span>{words.saidAt(at(said.row.at))}</span>
      </p>
      <Subject about={said.row.about} />
      <Prose source={said.row.text} />
      {said.type === 'outside' && said.row.to.length > 0 && (
        <p class="dim">
          {words.outsideWith(said.row.to.map((role) => roleName(view, role, lang)).join('; '))}
        </p>
      )}
      {said.type === 'ask' && <Answered ask={said.row} />}
    </li>
  );
}

function Answered({ ask }: { readonly ask: AskRow }) {
  const { words } = useDesk();
  const at = useMoment();
  if (!ask.answer) return <p class="mark">{words.noAnswerYet}</p>;
  return (
    <div class="answer">
      <p>
        <strong>{words.controlAnswer(at(ask.answer.at))}</strong>
      </p>
      <Prose source={ask.answer.text} />
    </div>
  );
}

/** What it is about, to go to. */
function Subject({ about = {} }: { readonly about?: About | undefined }) {
  const { words, lang, view, places } = useDesk();
  const task = view.tasks[about.task ?? ''];
  const decision = view.decisions[about.decision ?? ''];
  const item = view.items[about.inject ?? about.message ?? ''];
  const link = (label: string, go: () => void) => (
    <p>
      <button type="button" class="link" onClick={go}>
        {label}
      </button>
    </p>
  );
  if (task) {
    return link(line(task.title, lang), () => places.go({ section: 'tasks', id: task.id }));
  }
  if (decision) {
    const go = (): void => places.go({ section: 'decisions', id: decision.id });
    return link(line(decision.question, lang), go);
  }
  const statement = view.statements[about.publication ?? ''];
  if (statement) {
    const go = (): void => places.go({ section: 'statements', id: statement.id });
    return link(plainLine(statement.title), go);
  }
  const version = view.picture[about.publication ?? ''];
  if (version) {
    const section = words.pictureSections[version.section];
    return link(words.pictureVersionOf(section, version.version), () =>
      places.go({ section: 'picture' }),
    );
  }
  return item
    ? link(itemTitle(item, lang), () => places.go({ section: 'inbox', id: item.id }))
    : null;
}
