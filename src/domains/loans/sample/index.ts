import type { RawTable } from '../../../tables/table.ts';
import { activityTable } from './activity.ts';
import { type Approval, approvalsTable, sampleApprovals } from './approvals.ts';
import { budgetsTable } from './budgets.ts';
import { calendarTable } from './calendar.ts';
import { FLEET_MAKES, OFFICES } from './catalog.ts';
import { sampleFleet, vehiclesTable } from './fleet.ts';
import { historyTable } from './history.ts';
import { partnersTable, samplePartners } from './partners.ts';
import { rawTable } from './raw.ts';
import { rulesTable } from './rules.ts';

/**
 * The sample data: invented vehicles, partners and loans of 15 offices, in the shape of real ones. Its Los Angeles
 * office in the week of 2025-09-22 has the figures of a real week: 196 free vehicles, 149 eligible partners, 12,219
 * pairs of them. The same seed gives the same tables, byte for byte.
 */
export function sampleTables(seed: number): readonly RawTable[] {
  const fleet = sampleFleet(seed);
  const partners = samplePartners(seed);
  const approvals = sampleApprovals(seed, partners);
  return [
    vehiclesTable(seed, fleet),
    partnersTable(seed, partners, weekdaysOnly(approvals)),
    approvalsTable(approvals),
    historyTable(seed, approvals, fleet),
    activityTable(seed, fleet, partners),
    calendarTable(),
    rulesTable(),
    budgetsTable(seed),
    officesTable(),
  ];
}

/** Three partners with several makes, so that the filter of start days has something to do on a Saturday. */
function weekdaysOnly(approvals: readonly Approval[]): ReadonlySet<string> {
  const volvo = approvals.filter(({ make, rank }) => make === FLEET_MAKES[4]?.make && rank === 'B');
  return new Set(volvo.slice(0, 3).map(({ partner }) => partner.id));
}

function officesTable(): RawTable {
  const rows = OFFICES.map(({ name, latitude, longitude }) => ({
    ...{ name, latitude: String(latitude), longitude: String(longitude) },
  }));
  return rawTable('offices', ['name', 'latitude', 'longitude'], rows);
}
