/**
 * JSON-RPC over a program's stdin and stdout, framed as the Language Server Protocol frames it.
 * Knows: messages and their answers. Does not know: what any method means.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

type Message = {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

export type Wire = {
  readonly ask: (method: string, params: unknown) => Promise<unknown>;
  readonly tell: (method: string, params: unknown) => void;
  /** The next notification of this kind that the test accepts. */
  readonly next: (method: string, wanted: (params: unknown) => boolean) => Promise<unknown>;
};

type Waiting = {
  readonly answered: (message: Message) => void;
  readonly failed: (why: Error) => void;
};
type Listener = Waiting & { readonly wanted: (message: Message) => boolean };

/** `answer`: what this side says to the other's own questions. */
export function connect(
  child: ChildProcessWithoutNullStreams,
  answer: (method: string, params: unknown) => unknown,
): Wire {
  const asked = new Map<number, Waiting>();
  const listeners = new Set<Listener>();
  let last = 0;
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A server that dies must fail the test with its own words, not with a time limit.
  child.once('exit', (code) => {
    const why = new Error(`the program ended (${String(code)})\n${said}`);
    for (const waiting of [...asked.values(), ...listeners]) waiting.failed(why);
  });
  const send = (message: Message): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const receive = (message: Message): void => {
    const { id, method, params } = message;
    if (method === undefined) {
      asked.get(Number(id))?.answered(message);
      asked.delete(Number(id));
    } else if (id !== undefined) send({ id, result: answer(method, params) ?? null });
    for (const listener of listeners) if (listener.wanted(message)) listener.answered(message);
  };
  child.stdout.on('data', reader(receive));
  return {
    ask: (method, params) =>
      new Promise((done, failed) => {
        const id = ++last;
        asked.set(id, {
          answered: ({ result, error }) =>
            error ? failed(new Error(`${method}: ${error.message}`)) : done(result),
          failed,
        });
        send({ id, method, params });
      }),
    tell: (method, params) => send({ method, params }),
    next: (method, wanted) =>
      new Promise((done, failed) => {
        const listener: Listener = {
          wanted: (message) => message.method === method && wanted(message.params),
          answered: ({ params }) => {
            listeners.delete(listener);
            done(params);
          },
          failed,
        };
        listeners.add(listener);
      }),
  };
}

/** Cuts the stream into messages, wherever its chunks happen to end. */
function reader(receive: (message: Message) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      const length = /Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, Math.max(end, 0)));
      const from = end + 4;
      if (end < 0 || !length || rest.length < from + Number(length[1])) return;
      const to = from + Number(length[1]);
      receive(JSON.parse(rest.toString('utf8', from, to)) as Message);
      rest = rest.subarray(to);
    }
  };
}
