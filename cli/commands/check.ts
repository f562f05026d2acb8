/** `beredt check`: every Problem in a scenario, in one run, or again at each save. */
import type { Checked } from '../../engine/index.ts';
import { explain } from '../explain.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { problemsJson, renderAccepted, renderProblems } from '../problems.ts';
import { loadScenario, type Settable } from '../scenario.ts';
import { recheck } from '../recheck.ts';

type Options = Settable & {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly watch?: boolean;
  readonly explain?: string;
};

export async function check(
  path: string | undefined,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.explain !== undefined) return explainCode(options.explain, terminal);
  if (path === undefined) throw new Usage(terminal.text.usage.missingArgument('path'));
  if (options.watch) {
    const show = (checked: Checked, time: string): void => {
      if (!options.json) terminal.say(`\n${terminal.paint.dim(`── ${time} ──`)}\n`);
      say(checked, options, terminal);
    };
    return recheck(path, options, show, terminal);
  }
  const checked = await loadScenario(path, terminal, options);
  say(checked, options, terminal);
  return checked.problems.some(({ severity }) => severity === 'error') ? EXIT.problems : EXIT.fine;
}

function say({ problems, accepted }: Checked, options: Options, terminal: Terminal): void {
  const { lang, colour } = terminal;
  if (options.json) {
    // Watched, each check is one line, for a program to read as it comes.
    const indent = options.watch ? undefined : 2;
    terminal.say(JSON.stringify(problemsJson(problems, lang, accepted), null, indent));
    return;
  }
  terminal.say(renderProblems(problems, lang, { color: colour }));
  if (accepted.length === 0) return;
  const all = options.all ?? false;
  terminal.say(`\n${renderAccepted(accepted, lang, { color: colour, all })}`);
}

function explainCode(code: string, { lang, paint, text, say: tell }: Terminal): ExitCode {
  const { text: entry, suggestion } = explain(code, lang, paint);
  if (entry === undefined) {
    const meant = suggestion === undefined ? '' : ` ${text.usage.suggestion(suggestion)}`;
    throw new Usage(`${text.unknownCode(code)}${meant}`);
  }
  tell(entry);
  return EXIT.fine;
}
