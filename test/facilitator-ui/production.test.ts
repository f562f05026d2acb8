/** A console that is open for a day must not fill the memory with React's own notes. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const DRAWS = `
  await import('./facilitator-ui/console.tsx');
  const { render, Text } = await import('ink');
  const { createElement } = await import('react');
  const stdout = { columns: 80, rows: 24, isTTY: false, write: () => true, on() {}, off() {} };
  const app = render(createElement(Text, null, 0), { stdout, debug: true, patchConsole: false });
  for (let i = 1; i <= 50; i += 1) app.rerender(createElement(Text, null, i));
  await new Promise((resolve) => setTimeout(resolve, 50));
  console.log(performance.getEntriesByType('measure').length);
  process.exit(0);
`;

async function measures(env: NodeJS.ProcessEnv): Promise<number> {
  const run = promisify(execFile);
  const args = ['--import', 'tsx', '--input-type=module', '-e', DRAWS];
  const { stdout } = await run(process.execPath, args, { env });
  return Number(stdout.trim());
}

test('drawing leaves nothing behind, unless somebody asks for the development build', async () => {
  const env = { ...process.env, NODE_ENV: undefined };
  expect(await measures(env)).toBe(0);
  expect(await measures({ ...env, NODE_ENV: 'development' })).toBeGreaterThan(0);
});
