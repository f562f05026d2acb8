/**
 * A screen for Ink to draw whole frames on, of which only the lines that differ reach the terminal.
 * Knows: cursor positions. Does not know: what is drawn.
 *
 * Ink's own two ways do not serve: its ordinary one erases the whole screen for every second of the
 * clock, and its incremental one (6.8.0) starts a line too low when a frame ends in a newline.
 */
import { EventEmitter } from 'node:events';

/** Another screen than the shell's, so that leaving gives the shell's back; no cursor on it. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[2J';
const LEAVE = '\x1b[?25h\x1b[?1049l';
/** Terminals that know these show everything between them at once; others pass them over. */
const TOGETHER = ['\x1b[?2026h', '\x1b[?2026l'] as const;

/** What is needed of the process's stdout. */
type Out = {
  readonly write: (text: string) => boolean;
  readonly on: (event: 'resize', listener: () => void) => unknown;
  readonly off: (event: 'resize', listener: () => void) => unknown;
  readonly columns?: number;
  readonly rows?: number;
};
export type Terminal = {
  /** What Ink takes for its stdout. */
  readonly stdout: NodeJS.WriteStream;
  readonly leave: () => void;
};

/** The writes that turn the screen from `shown` into `next`. */
export function difference(shown: readonly string[], next: readonly string[]): string {
  let writes = '';
  for (let i = 0; i < Math.max(shown.length, next.length); i += 1) {
    if (shown[i] !== next[i]) writes += `\x1b[${i + 1};1H\x1b[2K${next[i] ?? ''}`;
  }
  return writes;
}

export function openTerminal(out: Out): Terminal {
  let shown: readonly string[] = [];
  const frames = new EventEmitter();
  const stdout = Object.assign(frames, {
    isTTY: true,
    columns: out.columns ?? 80,
    rows: out.rows ?? 24,
    write: (frame: string): boolean => {
      // Ink's own frame: the screen's lines come by themselves (app).
      if (frame === '') return true;
      const next = frame.split('\n');
      const writes = difference(shown, next);
      shown = next;
      return writes === '' || out.write(TOGETHER[0] + writes + TOGETHER[1]);
    },
  });
  const resized = (): void => {
    shown = [];
    out.write('\x1b[2J');
    Object.assign(stdout, { columns: out.columns ?? 80, rows: out.rows ?? 24 });
    frames.emit('resize');
  };
  out.on('resize', resized);
  out.write(ENTER);
  return {
    stdout: stdout as unknown as NodeJS.WriteStream,
    leave: () => {
      out.off('resize', resized);
      out.write(LEAVE);
    },
  };
}
