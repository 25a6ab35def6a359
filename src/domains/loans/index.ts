import type { Domain } from '../../pipeline/domain.ts';
import { auditLoans } from './audit.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { metrics } from './metrics.ts';
import { loansPage } from './report.ts';
import { rules } from './rules/index.ts';
import { sampleTables } from './sample/index.ts';
import { type LoansSettings, shape } from './scenario.ts';
import { terms } from './score.ts';
import { starter } from './starter.ts';
import { type LoansTables, loansTables } from './tables.ts';

/** Press vehicles lent to media partners, week by week. */
export const loans: Domain<LoansSettings> = {
  kind: 'loans',
  title: 'Press loans',
  shape,
  check,
  tables: loansTables,
  rules: [...terms, ...rules],
  starter,
  schedule: { table: 'assignments', key: ['vin'], place: ['person_id', 'start_day'] },
  sample: sampleTables,
  build: (settings, tables, watch) => build(settings, tables as unknown as LoansTables, watch),
  audit: (settings, tables, schedule) => auditLoans(settings, tables as unknown as LoansTables, schedule),
  metrics,
  page: loansPage,
};
