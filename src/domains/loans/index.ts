import type { Domain } from '../../domain.ts';
import { about } from './about.ts';
import { auditLoansWeeks } from './audit/weeks.ts';
import { auditLoans } from './audit.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { whyNot } from './explain.ts';
import { headlines } from './headlines.ts';
import { leftOut } from './left-out.ts';
import { metrics } from './metrics.ts';
import { next } from './next.ts';
import { weeksPage } from './report/weeks.ts';
import { loansPage } from './report.ts';
import { rules } from './rules/index.ts';
import { sampleTables } from './sample/index.ts';
import { type LoansSettings, shape } from './scenario.ts';
import { terms } from './score.ts';
import { starter } from './starter.ts';
import { type LoansTables, loansTables } from './tables.ts';
import { rowText } from './words.ts';

/** Press vehicles lent to media partners, week by week. */
export const loans: Domain<LoansSettings> = {
  headlines,
  kind: 'loans',
  title: 'Press loans',
  shape,
  check,
  tables: loansTables,
  rules: [...terms, ...rules],
  starter,
  schedule: {
    table: 'assignments',
    key: ['vin'],
    place: ['person_id', 'start_day'],
    named: { person_id: 'partner' },
    tables: { vin: 'vehicles', person_id: 'media_partners' },
  },
  sample: sampleTables,
  build: (settings, tables, watch) => build(settings, tables as unknown as LoansTables, watch),
  audit: (settings, tables, schedule) => auditLoans(settings, tables as unknown as LoansTables, schedule),
  metrics,
  whyNot: (settings, tables, fields) => whyNot(settings, tables as unknown as LoansTables, fields),
  next,
  horizon: {
    week: (settings) => settings.week,
    audit: (settings, tables, schedule) => auditLoansWeeks(settings, tables, schedule),
    page: weeksPage,
  },
  about: (settings, tables, fields, run) => about(settings, tables as unknown as LoansTables, fields, run),
  leftOut,
  rowText: (_, tables) => rowText(tables as unknown as LoansTables),
  page: loansPage,
};
