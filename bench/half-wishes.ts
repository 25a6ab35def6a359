// The sample log of a station with every second wish left out, as a folder of tables, and a scenario that reads it:
// npx tsx bench/half-wishes.ts FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { domainOf, exportTables } from '../src/index.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('no folder. Maybe: npx tsx bench/half-wishes.ts half');

const tables = domainOf('rotation')
  .sample(1)
  .map((table) => {
    const wish = table.header.indexOf('wish');
    if (table.name !== 'spots' || wish < 0) return table;
    const rows = table.rows.map((row, k) => (k % 2 === 0 ? row : row.map((cell, c) => (c === wish ? '' : cell))));
    return { ...table, rows };
  });
exportTables(tables, join(folder, 'data'), { replace: true });

const week = fileURLToPath(new URL('../scenarios/rotation/station-week.yaml', import.meta.url));
const text = readFileSync(week, 'utf8').split('\nexpect:')[0]!;
const scenario = join(folder, 'half-wishes.yaml');
writeFileSync(scenario, `${text.replace('data: sample', 'data: {dir: data}')}\n`);
process.stdout.write(`evenhand run ${scenario}\n`);
