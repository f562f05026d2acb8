/** `beredt check`: every Problem in a scenario, in one run. */
import { EXIT, type ExitCode, type Terminal } from '../output.ts';
import { problemsJson, renderProblems } from '../problems.ts';
import { loadScenario } from '../scenario.ts';

export async function check(
  path: string,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { problems } = await loadScenario(path, terminal);
  const { lang, colour, say } = terminal;
  say(
    options.json
      ? JSON.stringify(problemsJson(problems, lang), null, 2)
      : renderProblems(problems, lang, { color: colour }),
  );
  return problems.some(({ severity }) => severity === 'error') ? EXIT.problems : EXIT.fine;
}
