import { writeFileSync } from 'node:fs';
import { pathOf } from '../house/sources.ts';
import { apiNames } from './names.ts';
import { apiPage } from './page.ts';

// npm run api    writes the reference of the library as one page, which git ignores
const FILE = 'docs/api.html';
const names = apiNames();
writeFileSync(pathOf(FILE), apiPage(names));
console.log(`${names.length} names: ${FILE}`);
