/**
 * How commands speak and end. Knows: streams, exit codes, colours. Does not know: any command.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Lang } from '../engine/index.ts';
import { Fault } from '../engine/index.ts';
import { plainText } from '../facilitator-ui/sanitise.ts';
import { TEXT, type CliText } from './text.ts';

/** 0 fine, 1 problems in what was checked, 2 the command was used wrongly, 3 a fault. */
export const EXIT = { fine: 0, problems: 1, usage: 2, fault: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command is handed of the world. */
export type Terminal = {
  readonly lang: Lang;
  readonly text: CliText;
  readonly paint: ChalkInstance;
  readonly colour: boolean;
  readonly say: (line?: string) => void;
  readonly warn: (line: string) => void;
};

export function openTerminal(lang: Lang): Terminal {
  // A reader that has gone (`| head`, a closed log) must not take a running exercise with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  // NO_COLOR and a pipe both mean plain text; chalk itself knows only some of that.
  const colour = process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return {
    lang,
    text: TEXT[lang],
    paint: new Chalk({ level: colour ? 1 : 0 }),
    colour,
    say: (line = '') => void process.stdout.write(`${line}\n`),
    warn: (line) => void process.stderr.write(`${line}\n`),
  };
}

/** A pipe that nobody reads, a terminal that is gone. */
const GONE: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED']);
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (!GONE.has(error.code)) throw error;
}

/** A command used wrongly: said as it is, without a stack. */
export class Usage extends Error {}

/** Says what went wrong and gives the exit code for it. */
export function fail(terminal: Terminal, error: unknown): ExitCode {
  const { paint, text, warn } = terminal;
  if (error instanceof Usage) {
    warn(paint.red(plainText(error.message)));
    return EXIT.usage;
  }
  if (error instanceof Fault) {
    warn(paint.red(text.faults[error.code]));
    for (const [name, value] of Object.entries(error.details)) {
      warn(`  ${name}: ${plainText(String(value))}`);
    }
    if (error.cause instanceof Error) warn(`  ${plainText(error.cause.message)}`);
    return EXIT.fault;
  }
  warn(paint.red(text.faultUnknown));
  warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.fault;
}
