/** Knows: what reaches a duty desk in a fixed form: radio, system alarm, report, summons, portal. */
import { useMemo } from 'preact/hooks';
import { say, storyTime } from '../../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../../engine/exercise/rows.ts';
import { useDesk } from '../../desk.ts';
import { readMarkdown } from '../../markdown.ts';
import { parts, severity } from '../../reading.ts';
import { line } from '../../view.ts';
import { Attachments } from '../attachments.tsx';
import { Blocks, Inlines, Prose } from '../prose.tsx';
import { When } from '../time.tsx';
import { Tlp } from '../tlp.tsx';
import { Pairs, Receivers, Sender, Title, usePairs } from './head.tsx';
import { Transcript } from './spoken.tsx';

export function Radio({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look radio">
      <Pairs
        class="callsigns"
        of={[
          [words.look.callsign, <Sender item={item} />],
          [words.look.calledUp, <Receivers item={item} />],
          [words.time, <When at={item.at} />],
        ]}
      />
      <Title item={item} />
      <Transcript source={say(item.body, lang)} />
      <Attachments of={item} />
    </div>
  );
}

export function Alarm({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  const body = say(item.body, lang);
  const grave = severity(line(item.title, lang), body);
  return (
    <div class="look console">
      <Pairs
        class="console-head"
        of={[
          [words.look.source, <Sender item={item} />],
          [words.time, <When at={item.at} />],
          ...(grave === undefined ? [] : ([[words.look.severity, <b>{grave}</b>]] as const)),
        ]}
      />
      <Title item={item} />
      <Prose source={body} />
      <Attachments of={item} />
    </div>
  );
}

export function Sitrep({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  const body = say(item.body, lang);
  const sections = useMemo(() => parts(readMarkdown(body)), [body]);
  return (
    <div class="look sitrep">
      <Title item={item} />
      <Pairs
        class="form-head"
        of={[
          ...usePairs(item, words.time),
          [words.look.classified, <Tlp marking={item.marking} />],
        ]}
      />
      {sections.map(({ heading, blocks }, at) => (
        <section key={at}>
          {heading && (
            <h3>
              <Inlines parts={heading} />
            </h3>
          )}
          <Blocks blocks={blocks} />
        </section>
      ))}
      <Attachments of={item} />
    </div>
  );
}

export function Meeting({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look meeting">
      <div class="summons">
        <Leaf item={item} />
        <div>
          <Title item={item} />
          <Pairs of={usePairs(item, words.look.received)} />
        </div>
      </div>
      <Prose source={say(item.body, lang)} />
      <Attachments of={item} />
    </div>
  );
}

/** The day it came, as a calendar has it. The same is said in words beside it. */
function Leaf({ item }: { readonly item: ItemRow }) {
  const { words, exercise } = useDesk();
  const [day = '', month = '', year = ''] = storyTime(exercise.story, item.at).date.split('-');
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return (
    <div class="leaf" aria-hidden="true">
      <span class="leaf-month">{words.months[Number(month) - 1]}</span>
      <span class="leaf-day">{Number(day)}</span>
      <span class="leaf-weekday">{words.look.weekdays[weekday]}</span>
    </div>
  );
}

export function Portal({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look portal">
      <p class="portal-name">
        <Sender item={item} />
      </p>
      <Title item={item} />
      <Pairs
        class="receipt"
        of={[
          [words.to, <Receivers item={item} />],
          [words.look.received, <When at={item.at} />],
        ]}
      />
      <Prose source={say(item.body, lang)} />
      <Attachments of={item} />
    </div>
  );
}

/** What a role writes to several: nothing but a message. */
export function Plain({ item }: { readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  return (
    <div class="look plain-message">
      <Title item={item} />
      <Pairs of={usePairs(item, words.time)} />
      <Prose source={say(item.body, lang)} />
      <Attachments of={item} />
    </div>
  );
}
