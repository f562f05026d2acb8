/** A console that is open for a day must not fill the memory with React's own notes. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Draws the real console fifty times, as it is imported by a program that says nothing of builds. */
const DRAWS = `
  await import('./facilitator-ui/console.tsx');
  const { render } = await import('ink');
  const { createElement } = await import('react');
  const { App } = await import('./facilitator-ui/app.tsx');
  const { createStore } = await import('./facilitator-ui/store.ts');
  const { controlClient } = await import('./test/facilitator-ui/support.ts');
  const frames = [];
  const stdout = { columns: 80, rows: 24, isTTY: false, on() {}, off() {} };
  const stdin = { isTTY: true, setEncoding() {}, setRawMode() {}, ref() {}, unref() {}, on() {} };
  Object.assign(stdin, { off() {}, addListener() {}, removeListener() {}, read: () => null });
  stdout.write = (frame) => frames.push(frame);
  const client = controlClient();
  const store = createStore({
    client, lang: 'da', size: { columns: 80, rows: 24 }, left() {}, after: () => () => undefined,
  });
  render(createElement(App, { store }), { stdout, stdin, debug: true, patchConsole: false });
  for (let i = 1; i <= 50; i += 1) store.resize({ columns: 80, rows: 20 + (i % 10) });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const drawn = frames.some((frame) => frame.includes('Kræver opmærksomhed'));
  console.log(JSON.stringify({ drawn, noted: performance.getEntriesByType('measure').length }));
  process.exit(0);
`;

async function draw(env: NodeJS.ProcessEnv): Promise<{ drawn: boolean; noted: number }> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', DRAWS];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return JSON.parse(stdout) as { drawn: boolean; noted: number };
}

test('drawing leaves nothing behind, unless somebody asks for the development build', async () => {
  const env = { ...process.env, NODE_ENV: undefined };
  expect(await draw(env)).toEqual({ drawn: true, noted: 0 });
  expect((await draw({ ...env, NODE_ENV: 'development' })).noted).toBeGreaterThan(0);
});
