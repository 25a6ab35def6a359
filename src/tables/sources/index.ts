export { importFile } from '../imports/import.ts';
export { copyTables } from './copy.ts';
export { proposeColumns } from './map/propose.ts';
export { schemaSql } from './postgres/schema.ts';
export { sourceNamed } from './words.ts';
