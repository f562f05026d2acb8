import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Two files at a time, also on two cores: many tests wait for a browser or another program.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A state that is waited for comes when the machine gets to it: a second is nothing beside a browser.
    expect: { poll: { timeout: 15_000 } },
  },
});
