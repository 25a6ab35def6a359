import { count, dollars, numberOf, percent, recordsOf, type Tile } from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { settingsOf } from './settings.ts';

/** The numbers of the first screen. */
export function tilesOf(run: Run): readonly Tile[] {
  const { metrics } = run;
  const booked = recordsOf(run.tables.tiers).reduce((sum, row) => sum + numberOf(row, 'value_total'), 0);
  const value = (metrics.value ?? 0) * 100;
  const unplaced = metrics.unplaced ?? 0;
  return [
    {
      label: 'Spots placed',
      value: count(metrics.placed ?? 0),
      note: `of ${count(metrics.spots ?? 0)}; ${unplaced === 0 ? 'none' : count(unplaced)} left out`,
    },
    guaranteedTile(run),
    { label: 'Value placed', value: dollars(value), note: `of ${dollars(booked)} booked` },
    rateTile(run),
    {
      label: 'Fill',
      value: percent(metrics.fill ?? 0),
      note: `of the seconds of ${count(metrics.breaks ?? 0)} breaks`,
    },
    changesTile(run),
    owedTile(run),
    {
      label: 'Smallest distance to spare',
      value: spare(metrics.smallest_separation_margin),
      note: 'beyond what separations ask for',
    },
  ];
}

function guaranteedTile({ metrics }: Run): Tile {
  const [placed, all] = [metrics.guaranteed_placed ?? 0, metrics.guaranteed_spots ?? 0];
  return {
    label: 'Guaranteed placed',
    value: `${count(placed)} of ${count(all)}`,
    note: placed === all ? 'all of them' : `${count(all - placed)} left out`,
    tone: placed === all ? 'good' : 'poor',
  };
}

/** Moved and unresolved together raise the alert. */
function rateTile(run: Run): Tile {
  const { metrics } = run;
  const [moved, unresolved] = [metrics.moved_rate ?? 0, metrics.unresolved_rate ?? 0];
  const most = percent(settingsOf(run).alerts.moved_or_unresolved);
  const raised = metrics.alert === 1;
  return {
    label: 'Moved or unresolved',
    value: percent(moved + unresolved),
    note: `${percent(moved)} moved, ${percent(unresolved)} unresolved; ${raised ? `alert: above ${most}` : `no alert up to ${most}`}`,
    tone: raised ? 'poor' : 'good',
  };
}

function changesTile(run: Run): Tile {
  const published = (run.tables.changes?.rows.length ?? 0) > 0;
  const changes = run.metrics.changes ?? 0;
  return {
    label: 'Changes',
    value: published ? count(changes) : '–',
    note: published ? 'published spots moved or dropped' : 'no log was published before',
  };
}

function owedTile({ metrics }: Run): Tile {
  const open = metrics.obligations_open ?? 0;
  return {
    label: 'Obligations open',
    value: count(open),
    note: open === 0 ? 'nothing is owed' : 'to be made good',
    tone: open === 0 ? 'good' : 'fair',
  };
}

function spare(seconds: number | null | undefined): string {
  return typeof seconds === 'number' ? `${count(seconds)} s` : '–';
}
