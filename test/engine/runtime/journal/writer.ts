/**
 * A process that writes a journal until it is killed or its disk is full; started by crash.test.ts.
 * Says on stdout which entries it has been told are durable, and how it ended.
 */
import { openFileJournal } from '../../../../engine/runtime/journal/file.ts';
import { Fault } from '../../../../engine/runtime/fault.ts';
import { drafts } from '../../../contract/drafts.ts';

const [path = '', resume = ''] = process.argv.slice(2);
const { journal, entries } = await openFileJournal(path, { resume: resume === 'resume' });
let next = entries.length;

async function client(): Promise<void> {
  for (;;) {
    const batch = drafts(next, 1 + (next % 3));
    next += batch.length;
    await journal.append(batch);
    process.stdout.write(`${batch.at(-1)!.seq}\n`);
  }
}

try {
  await Promise.all(Array.from({ length: 20 }, client));
} catch (error) {
  process.stdout.write(`${error instanceof Fault ? error.code : 'unknown'}\n`);
  await journal.close();
}
