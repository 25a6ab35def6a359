import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const FOLDER = fileURLToPath(new URL('../../../dist/report/', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
writeFileSync(`${FOLDER}interactive.js`, await bundle());
