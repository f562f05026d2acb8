/** `beredt verify`: the journal read, its chain checked, and every event computed again. */
import { replay } from '../../engine/index.ts';
import { journalPath } from '../../engine/runtime/host.ts';
import { readFileJournal } from '../../engine/runtime/journal/file.ts';
import { EXIT, type ExitCode, type Terminal } from '../output.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';

type Failure = {
  readonly seq: number;
  readonly why: keyof Terminal['text']['why'];
  readonly recorded?: object;
  readonly computed?: object;
};

export async function verify(
  folder: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const reading = await readFileJournal(journalPath(folder));
  const { entries, tip, broken, torn } = reading;
  const replayed = replay(entries);
  const differs: Failure | undefined = replayed.differs;
  const chain: Failure | undefined = broken && { seq: broken.seq, why: broken.why };
  const cut: Failure | undefined = torn && { seq: tip.seq + 1, why: 'torn' };
  const partial: Failure | undefined =
    replayed.whole < tip.seq ? { seq: replayed.whole + 1, why: 'partial' } : undefined;
  const failure = differs ?? chain ?? partial ?? cut;
  const first = entries[0];
  const planDigest =
    first && 'input' in first && first.input.type === 'exercise.open' ? first.input.digest : '';
  const result = { entries: entries.length, digest: tip.hash, planDigest, failure };
  if (options.json) terminal.say(JSON.stringify(result, null, 2));
  else print(result, terminal);
  return failure ? EXIT.problems : EXIT.fine;
}

function print(
  result: { entries: number; digest: string; planDigest: string; failure: Failure | undefined },
  { text, paint, say }: Terminal,
): void {
  const { failure } = result;
  say(`${result.entries} ${text.entries}`);
  say(`${text.digest}: ${result.digest}`);
  say(`${text.planDigest}: ${plainText(result.planDigest)}`);
  if (!failure) {
    say(paint.green(text.verified));
    return;
  }
  say(paint.red(`${text.verifyFailed(failure.seq)} (${text.why[failure.why]})`));
  // A journal that was tampered with may say anything, also to the terminal.
  const show = (event: object): string => plainText(JSON.stringify(event));
  if (failure.recorded) say(`  ${text.recorded}: ${show(failure.recorded)}`);
  if (failure.computed) say(`  ${text.computed}: ${show(failure.computed)}`);
}
