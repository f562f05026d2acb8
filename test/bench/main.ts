/** Runs every measurement and prints one table: `npm run bench`, or `npm run bench journal`. */
import { benchAnalysis } from './analysis.ts';
import { benchCheck } from './check.ts';
import { benchConsole } from './console.ts';
import { benchFanout } from './fanout.ts';
import { benchEngine } from './engine.ts';
import { benchHub } from './hub.ts';
import { benchJournal } from './journal.ts';
import { benchScreen } from './screen.ts';
import { table, type Figure } from './measure.ts';

const ALL: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  analysis: benchAnalysis,
  check: benchCheck,
  engine: benchEngine,
  journal: benchJournal,
  fanout: benchFanout,
  hub: benchHub,
  screen: benchScreen,
  console: benchConsole,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in ALL));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are: ${Object.keys(ALL).join(', ')}`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(ALL)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await measure()));
}
console.log(table(figures));
