import process from 'node:process';
import { saveRun } from '../../src/runs/store.ts';
import { assignments, sampleRun } from './sample-run.ts';

// Writes the same run again and again with another content, until it is killed.
const root = process.argv[2]!;
const rows = Array.from({ length: 200 }, () => assignments.rows[0]!);

process.stdout.write('begun\n');
for (let round = 0; ; round++) {
  const run = sampleRun({ title: `round ${round}`, tables: { one: { ...assignments, rows }, two: assignments } });
  await saveRun(run, `round ${round}`, root);
}
