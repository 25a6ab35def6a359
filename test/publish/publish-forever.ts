import process from 'node:process';
import { folderStore } from '../../src/publish/folder.ts';
import { StaleBase } from '../../src/publish/problems.ts';
import { newestVersion, publishRun } from '../../src/publish/publish.ts';
import { assignments, sampleRun } from '../runs/sample-run.ts';

// Publishes again and again on the newest version, until it is killed or has tried so many times. Says which versions
// it believes to be its own, and how often it came too late.
const [root, who, tries] = [process.argv[2]!, process.argv[3]!, Number(process.argv[4] ?? Number.POSITIVE_INFINITY)];
const store = folderStore(root);
const schedule = { table: 'assignments', key: ['vin'], place: ['person_id'] };
const columns = ['vin', 'person_id', 'notes'].map((name) => ({ ...assignments.columns[0]!, name }));

process.stdout.write('begun\n');
for (let round = 0; round < tries; round++) {
  const rows = Array.from({ length: 300 }, (_, row) => [`V${row}`, `P${round % 7}`, 'x'.repeat(50)]);
  const run = sampleRun({ id: who, title: `round ${round}`, tables: { assignments: { columns, rows } } });
  try {
    const { version } = await publishRun(run, schedule, { store, base: await newestVersion(store, run.name) });
    process.stdout.write(`won ${version}\n`);
  } catch (error) {
    if (!(error instanceof StaleBase)) throw error;
    process.stdout.write('late\n');
  }
}
