/**
 * Record-keeping in plain lines: decisions made aloud, observations, bookmarks, corrections.
 * Knows: the words and the inputs they ask for. Does not know: sending.
 */
import type { Rating } from '../../engine/exercise/entry.ts';
import { plainText } from '../sanitise.ts';
import { told, words, type Scene } from '../scene.ts';
import { latestEntry } from '../scribe.ts';
import { firstNumber, firstWord } from '../typed.ts';
import { act, readTokens, role, tell, type Speaker, type Spoken } from './token.ts';

export const SCRIBE_ORDERS: readonly (readonly [readonly string[], Speaker])[] = [
  [['beslut', 'decide'], decide],
  [['truffet', 'decided'], decided],
  [['notér', 'noter', 'observe', 'note'], observe],
  [['bogmærke', 'bogmaerke', 'bookmark'], bookmark],
  [['ret', 'rettelse', 'correct', 'correction'], correct],
  [['øvelsesmål', 'oevelsesmaal', 'objectives'], objectives],
];

/** Decisions are numbered as the script has them, so that a number means the same all through. */
function decide(scene: Scene, rest: string): Spoken {
  const w = words(scene).orders;
  const { number, rest: afterDecision } = firstNumber(rest);
  const { number: choice, rest: afterOption } = firstNumber(afterDecision);
  if (number === undefined || choice === undefined) return tell(w.needsText);
  const row = Object.values(scene.view.decisions ?? {})[number - 1];
  const option = row?.options[choice - 1];
  if (!row || !option) return tell(w.noSuch(`${number} ${choice}`));
  return withReason(scene, afterOption, (made) =>
    act({ type: 'decision.enter', decision: row.id, option: option.id, ...made }),
  );
}

/** `truffet <rolle> "spørgsmål" "afgørelse" begrundelse`: one that the plan does not have. */
function decided(scene: Scene, rest: string): Spoken {
  const { word, rest: afterRole } = firstWord(rest);
  const { word: question, rest: afterQuestion } = firstWord(afterRole);
  const { word: option, rest: reason } = firstWord(afterQuestion);
  if (question.trim() === '' || option.trim() === '') return tell(words(scene).orders.needsText);
  return withReason(scene, `"${word}" ${reason}`, (made) =>
    act({ type: 'decision.note', question, option, ...made }),
  );
}

type Made = {
  readonly role: string;
  readonly reason: string;
  readonly facts?: readonly string[];
  readonly happened?: number;
};

/** Who decided it, when, on what, and why. */
function withReason(scene: Scene, rest: string, go: (made: Made) => Spoken): Spoken {
  const w = words(scene).orders;
  const { word, rest: why } = firstWord(rest);
  const who = word === '' ? undefined : role(scene, word);
  if (who === undefined) return tell(w.noSuch(word));
  const { facts, happened, text: reason, error } = readTokens(scene, why, ['fact', 'when']);
  if (error !== undefined) return tell(error);
  if (reason === '') return tell(w.needsText);
  return go({
    role: who,
    reason,
    ...(facts.length === 0 ? {} : { facts }),
    ...(happened === undefined ? {} : { happened }),
  });
}

function observe(scene: Scene, rest: string): Spoken {
  const rated = /^([PSMU])\s+(.+)$/s.exec(rest);
  const tokens = readTokens(scene, rated?.[2] ?? rest, ['when', 'entry', 'about']);
  const { text, happened, evidence, about, error } = tokens;
  if (error !== undefined) return tell(error);
  if (text === '') return tell(words(scene).orders.needsText);
  return act({
    type: 'observation.note',
    text,
    ...(rated ? { rating: rated[1] as Rating } : {}),
    ...(about === undefined ? {} : { about }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(happened === undefined ? {} : { happened }),
  });
}

function bookmark(scene: Scene, rest: string): Spoken {
  const w = words(scene).scribe.form;
  const { evidence, text, error } = readTokens(scene, rest, ['entry']);
  const entry = evidence[0] ?? latestEntry(scene);
  if (error !== undefined) return tell(error);
  if (entry === undefined) return tell(w.noEntry);
  return act({ type: 'record.note', entry, kind: 'bookmark', text: text || w.bookmark.default });
}

function correct(scene: Scene, rest: string): Spoken {
  const [, entry, text = ''] = /^\s*#?(\d{1,15})\s+([\s\S]*)$/.exec(rest) ?? [];
  if (entry === undefined || text.trim() === '') return tell(words(scene).orders.needsText);
  return act({ type: 'record.note', entry: Number(entry), kind: 'correction', text: text.trim() });
}

function objectives(scene: Scene): Spoken {
  const lines = Object.values(scene.view.objectives ?? {}).map(({ id, title }, i) =>
    plainText(`${i + 1}. ${told(scene, title)} (${id})`),
  );
  return lines.length === 0 ? tell(words(scene).nothing) : { type: 'lines', lines };
}
