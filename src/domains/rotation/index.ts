import type { Domain } from '../../domain.ts';
import { about } from './about.ts';
import { auditRotation } from './audit.ts';
import { build } from './build.ts';
import { check, tablesFor } from './check.ts';
import { TRAITS, traitsOf, whyNot } from './explain.ts';
import { headlines } from './headlines.ts';
import { inTheWay } from './in-the-way.ts';
import { inlineTables } from './inline.ts';
import { leftOut } from './left-out.ts';
import { metrics } from './metrics.ts';
import { rotationPage } from './report.ts';
import { rules } from './rules/index.ts';
import { sampleTables } from './sample/index.ts';
import { type RotationSettings, shape } from './scenario.ts';
import { starter } from './starter.ts';
import { type RotationTables, rotationTables } from './tables.ts';
import { rowText } from './words.ts';
import { worldOf } from './world.ts';

/** Spots in the commercial breaks of prime time. */
export const rotation: Domain<RotationSettings> = {
  headlines,
  metrics,
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
  schedule: {
    ...{ table: 'log', key: ['spot'], place: ['break', 'position'], derived: ['position'] },
    tables: { spot: 'spots', break: 'breaks', advertiser: 'advertisers' },
  },
  traits: { names: TRAITS, of: (settings, tables) => traitsOf(settings, tables as unknown as RotationTables) },
  whyNot: (settings, tables, fields) => whyNot(settings, tables as unknown as RotationTables, fields),
  inTheWay: (settings, tables, schedule, row) => inTheWay(settings, tables as unknown as RotationTables, schedule, row),
  about: (settings, tables, fields, run) => about(settings, tables as unknown as RotationTables, fields, run),
  sample: sampleTables,
  build: (settings, tables, watch) => build(settings, tables as unknown as RotationTables, watch),
  audit: (settings, tables, schedule) => auditRotation(settings, tables as unknown as RotationTables, schedule),
  leftOut,
  rowText: (settings, tables) => {
    const world = worldOf(settings, tables as unknown as RotationTables);
    return (row) => rowText(world, row);
  },
  page: rotationPage,
};
