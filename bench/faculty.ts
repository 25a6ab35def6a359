// Writes the tables of a faculty week: npx tsx bench/faculty.ts scenarios/courses/faculty [sections] [seed]
import { courses } from '../src/domains/courses/index.ts';
import { sampleRows } from '../src/policy/shape.ts';
import { copyTables } from '../src/tables/sources/copy.ts';
import { facultyRows } from './faculty/rows.ts';

const [dir = '', sections = '200', seed = '1'] = process.argv.slice(2);
if (dir === '') throw new Error('no folder is named. Maybe write: npx tsx bench/faculty.ts scenarios/courses/faculty');
const { tables } = courses;
const sample = (number: number) => sampleRows(tables, facultyRows(number, Number(sections)));
const written = await copyTables({ tables, sample }, { sample: Number(seed) }, { dir }, { replace: true });
for (const { name, rows } of written.tables) console.log(`${name.padEnd(16)} ${rows}`);
