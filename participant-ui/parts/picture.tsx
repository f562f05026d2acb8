/** Knows: the shared situation picture: what stands, who wrote it, how old it is, what went before. */
import { useRef, useState } from 'preact/hooks';
import type { PictureSection } from '../../engine/exercise/entry.ts';
import type { PictureRow } from '../../engine/exercise/rows.ts';
import { spell } from '../deadline.ts';
import { useDesk, useOpenedForm, useTold } from '../desk.ts';
import { useOpen, useSeen } from '../looked.ts';
import { plain } from '../plain.ts';
import { isNew, PICTURE, versions } from '../published.ts';
import { roleName } from '../view.ts';
import { Changes } from './changes.tsx';
import { useHeldFocus } from './panes.tsx';
import { Carried } from './carried.tsx';
import { Prose } from './prose.tsx';
import { Remarks } from './remark.tsx';
import { pictureForm, Sketch } from './sketch.tsx';
import { Tlp } from './tlp.tsx';

export function Picture() {
  const { words } = useDesk();
  const part = useRef<HTMLDivElement>(null);
  useHeldFocus(part);
  return (
    <div class="single wide" ref={part}>
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.picture}
      </h2>
      <p class="lead">{words.pictureText}</p>
      <div class="picture">
        {PICTURE.map((section) => (
          <Section key={section} section={section} />
        ))}
      </div>
    </div>
  );
}

function Section({ section }: { readonly section: PictureSection }) {
  const { words, view, drafts } = useDesk();
  const all = versions(view, section);
  const [standing, ...earlier] = all;
  const form = pictureForm(section);
  const [writing, write] = useState(
    () => drafts.draft(form).body !== '' || drafts.trial(form).type === 'refused',
  );
  const around = useOpenedForm(writing ? section : undefined);
  const title = words.pictureSections[section];
  const open = (): void => {
    drafts.begin(form, { body: standing?.text ?? '', base: standing?.id ?? '' });
    write(true);
  };
  return (
    <section class="panel" ref={around} aria-label={title}>
      <h3>{title}</h3>
      {standing ? <Version row={standing} /> : <p class="dim">{words.pictureEmpty}</p>}
      {earlier.length > 0 && <Earlier all={all} />}
      {!writing && (
        <p>
          <button
            type="button"
            class="button quiet small"
            aria-label={standing ? words.pictureEditOf(title) : words.pictureWriteOf(title)}
            onClick={open}
          >
            {standing ? words.pictureEdit : words.pictureWrite}
          </button>
        </p>
      )}
      {writing && <Sketch section={section} standing={standing} close={() => write(false)} />}
    </section>
  );
}

function Version({ row }: { readonly row: PictureRow }) {
  const { view } = useDesk();
  const { element, seen } = useSeen<HTMLDivElement>();
  useOpen(row, seen && isNew(view, row));
  return (
    <div class="version" ref={element}>
      <Made row={row} />
      <Prose source={row.text} />
      <Carried facts={row.facts} certainty={row.certainty} />
      <Remarks key={row.id} about={{ publication: row.id }} />
    </div>
  );
}

/** Which version it is, whose, how old, how closed. */
export function Made({ row }: { readonly row: PictureRow }) {
  const { words, lang, view, me } = useDesk();
  const age = useTold((now) => words.pictureAge(spell(now - row.at, words)));
  const who = row.role === me.id ? words.byUs : roleName(view, row.role, lang);
  return (
    <p class="version-of dim">
      <span>
        {words.pictureVersion(row.version, who)}, {age}
      </span>{' '}
      <Tlp marking={row.marking} />
      {isNew(view, row) && <span class="mark hot">{words.newMark}</span>}
    </p>
  );
}

/** Every version with what it changed in the one before, the newest first. */
function Earlier({ all }: { readonly all: readonly PictureRow[] }) {
  const { words } = useDesk();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.pictureEarlier(all.length - 1)}</summary>
      {open && (
        <ol class="versions">
          {all.map((row, i) => (
            <Past key={row.id} row={row} before={all[i + 1]} />
          ))}
        </ol>
      )}
    </details>
  );
}

function Past({
  row,
  before,
}: {
  readonly row: PictureRow;
  readonly before?: PictureRow | undefined;
}) {
  const { words, view } = useDesk();
  useOpen(row, isNew(view, row));
  return (
    <li class="answer">
      <Made row={row} />
      <p class="dim">{before ? words.pictureChanged : words.pictureFirst}</p>
      {before ? (
        <Changes before={before.text} after={row.text} />
      ) : (
        <p class="changes">{plain(row.text)}</p>
      )}
    </li>
  );
}
