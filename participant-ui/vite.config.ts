/** Knows: how the page is built. Does not know: where it is served from (every path is relative). */
import { join } from 'node:path';
import { defineConfig } from 'vite';

const entry = (name: string): string => join(import.meta.dirname, name);

export default defineConfig({
  base: './',
  // JSX comes from tsconfig (jsxImportSource: preact); no preset, and nothing evaluated at run time.
  build: {
    outDir: '../dist/participant-ui',
    emptyOutDir: true,
    target: 'es2022',
    // The participants' page, and the room's projector.
    rolldownOptions: { input: [entry('index.html'), entry('wall.html')] },
    // The host's content policy allows no inline script, and data: URLs hide what is loaded.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
  },
});
