import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileJournal } from '../../../../engine/runtime/journal/file.ts';
import { journalContract } from '../../../contract/journal.ts';

journalContract('file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beredt-'));
  const path = join(folder, 'journal.jsonl');
  const { journal } = await openFileJournal(path);
  return {
    journal,
    bytes: () => readFile(path),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
});
