import type { Domain } from '../../pipeline/domain.ts';
import { auditRotation } from './audit.ts';
import { build } from './build.ts';
import { check, tablesFor } from './check.ts';
import { headlines } from './headlines.ts';
import { inlineTables } from './inline.ts';
import { rotationPage } from './report.ts';
import { rules } from './rules/index.ts';
import { sampleTables } from './sample/index.ts';
import { type RotationSettings, shape } from './scenario.ts';
import { starter } from './starter.ts';
import { type RotationTables, rotationTables } from './tables.ts';

/** Spots in the commercial breaks of prime time. */
export const rotation: Domain<RotationSettings> = {
  headlines,
  kind: 'rotation',
  title: 'Prime-time spots',
  shape,
  check,
  data: 'inline',
  inline: inlineTables,
  tables: rotationTables,
  tablesFor,
  rules,
  starter,
  schedule: { table: 'log', key: ['spot'], place: ['break', 'position'] },
  sample: sampleTables,
  build: (settings, tables, watch) => build(settings, tables as unknown as RotationTables, watch),
  audit: (settings, tables, schedule) => auditRotation(settings, tables as unknown as RotationTables, schedule),
  page: rotationPage,
};
