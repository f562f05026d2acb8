import { openMemoryJournal } from '../../../../engine/runtime/journal/memory.ts';
import { journalContract } from '../../../contract/journal.ts';

journalContract('memory', () => {
  const journal = openMemoryJournal();
  return Promise.resolve({
    journal,
    bytes: () => Promise.resolve(Buffer.from(journal.text(), 'utf8')),
    dispose: () => Promise.resolve(),
  });
});
