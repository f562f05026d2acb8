/**
 * A planner's editor with the real YAML language server behind it. Knows: the few requests that a
 * test asks. Does not know: our language; the files name their schema themselves.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from './wire.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SERVER = join(ROOT, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server');

export type Place = { readonly line: number; readonly character: number };
export type Diagnostic = {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly message: string;
};
export type Item = {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
};

export type Editor = {
  /** Opens `text` as if it lay in `file`, once for each file; returns what the server finds in it. */
  readonly open: (file: string, text: string) => Promise<readonly Diagnostic[]>;
  readonly complete: (file: string, at: Place) => Promise<readonly Item[]>;
  readonly hover: (file: string, at: Place) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The server wants Node 22: on an older one npx fetches 24; without a network it gets what there is. */
function runtime(): readonly [string, ...string[]] {
  if (Number(process.versions.node.split('.')[0]) >= 22) return [process.execPath];
  const newer = ['-y', 'node@24'] as const;
  const tried = spawnSync('npx', [...newer, '--version'], { encoding: 'utf8' });
  return tried.status === 0 ? ['npx', ...newer] : [process.execPath];
}

/** Nothing is fetched: the only schema is the one that a file names. */
const SETTINGS = {
  validate: true,
  hover: true,
  completion: true,
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
};

const CAPABILITIES = {
  workspace: { configuration: true },
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

/** The server asks for its settings section by section. */
function answer(method: string, params: unknown): unknown {
  if (method !== 'workspace/configuration') return null;
  const { items } = params as { readonly items: readonly { readonly section?: string }[] };
  return items.map(({ section }) => (section === 'yaml' ? SETTINGS : {}));
}

export async function openEditor(): Promise<Editor> {
  const [program, ...options] = runtime();
  const child = spawn(program, [...options, SERVER, '--stdio'], { cwd: ROOT });
  const wire = connect(child, answer);
  const rootUri = pathToFileURL(ROOT).href;
  await wire.ask('initialize', { processId: process.pid, rootUri, capabilities: CAPABILITIES });
  // It asks for its settings when told that they have changed; what it is told next comes after them.
  const configured = wire.next('workspace/configuration', () => true);
  wire.tell('initialized', {});
  wire.tell('workspace/didChangeConfiguration', { settings: { yaml: SETTINGS } });
  await configured;
  const at = (file: string): { readonly uri: string } => ({ uri: pathToFileURL(file).href });
  return {
    open: async (file, text) => {
      const { uri } = at(file);
      const found = wire.next(
        'textDocument/publishDiagnostics',
        (params) => (params as { readonly uri: string }).uri === uri,
      );
      const textDocument = { uri, languageId: 'yaml', version: 1, text };
      wire.tell('textDocument/didOpen', { textDocument });
      return ((await found) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
    },
    complete: async (file, position) => {
      const params = { textDocument: at(file), position };
      const found = await wire.ask('textDocument/completion', params);
      return (found as { readonly items: readonly Item[] } | null)?.items ?? [];
    },
    hover: async (file, position) => {
      const found = await wire.ask('textDocument/hover', { textDocument: at(file), position });
      return (
        (found as { readonly contents: { readonly value: string } } | null)?.contents.value ?? ''
      );
    },
    close: async () => {
      await wire.ask('shutdown', null);
      const gone = new Promise((done) => child.once('exit', done));
      wire.tell('exit', null);
      await gone;
    },
  };
}
