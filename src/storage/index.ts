// What outlives a run: an embedded database in a folder, or PostgreSQL.

export { DOCUMENTS, getDocument, type KeptDocument, listDocuments, putOnce } from './documents.ts';
export { openStorage, storagePlace } from './open.ts';
export type { Feature, Migration, Storage } from './storage.ts';
export { latestVersion, type ParameterVersion, putVersion, VERSIONS, versionsOf } from './versions.ts';
