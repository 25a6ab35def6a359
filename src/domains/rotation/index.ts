import { terminalOf } from '../../audit/metric/words.ts';
import { domain } from '../../policy/define.ts';
import { about } from './about.ts';
import { alert } from './alert.ts';
import { auditRotation, logFormulas } from './audit.ts';
import { tablesFor } from './input/tables-for.ts';
import { leftOut } from './left-out.ts';
import { loosenings } from './loosenings.ts';
import { metrics } from './metric-texts.ts';
import { logMetrics } from './metrics.ts';
import { choiceOf } from './model/order/airing.ts';
import { cutsOf, logOf } from './model/order/log.ts';
import { prioritiesOf } from './model/priorities.ts';
import { terms } from './model/score.ts';
import { notesOf } from './notes.ts';
import { rotationPage } from './report.ts';
import { rules } from './rules/index.ts';
import { makeGood } from './rules/weights/make-good.ts';
import { sampleTables } from './sample/index.ts';
import { type RotationSettings, shape } from './scenario.ts';
import { starter } from './starter.ts';
import { type RotationTables, rotationTables } from './tables.ts';
import { entries } from './world/entries.ts';
import { levelsOf } from './world/levels.ts';
import { scopeOf } from './world/scope.ts';
import { secondsFromWish } from './world/spots.ts';
import { rowText } from './world/words.ts';
import { type World, worldOf } from './world/world.ts';

/** Spots in the commercial breaks of prime time. */
export const rotation = domain({
  kind: 'rotation',
  title: 'Prime-time spots',
  noun: ['spot', 'spots'],
  settings: shape,
  tables: rotationTables,
  tablesFor,
  inline: true,
  row: {
    table: 'log',
    key: { spot: { noun: 'spot', table: 'spots', called: ['advertiser'] } },
    place: {
      break: { noun: 'break', table: 'breaks', called: ['local'] },
      position: { noun: 'position', derived: true },
    },
    traits: { advertiser: 'advertisers' },
  },
  scope: scopeOf,
  open: worldOf,
  possibilities: 'every spot in every break',
  axes: ({ spots, breaks }: World) => ({ spot: spots.map(({ id }) => id), break: breaks.map(({ id }) => id) }),
  entries,
  levels: levelsOf,
  relaxed: 'guaranteed spots, were rules to give way as `relax` allows',
  distance:
    ({ spots, breaks }: World) =>
    (at) =>
      secondsFromWish(spots[at.spot]!, breaks[at.break]!),
  rowText,
  rules,
  terms: [...terms, makeGood],
  priorities: prioritiesOf,
  arrange: (known, chosen) => logOf(choiceOf(known), chosen),
  cuts: (known, chosen) => cutsOf({ ...choiceOf(known), columns: known.columns }, chosen),
  notes: notesOf,
  about,
  audit: (settings: RotationSettings, tables: RotationTables, schedule, how) =>
    auditRotation(settings, tables, schedule, how),
  loosenings,
  formulas: (settings, tables, rows) => logFormulas(settings, tables, rows),
  metrics,
  parts: [],
  terminal: terminalOf(logMetrics),
  leftOut,
  alert,
  sample: sampleTables,
  page: rotationPage,
  starter,
});
