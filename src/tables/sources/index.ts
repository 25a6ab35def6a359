export { copyTables } from './copy.ts';
export { schemaSql } from './postgres/schema.ts';
export { proposeColumns } from './propose.ts';
export { sourceNamed } from './words.ts';
