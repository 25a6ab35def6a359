import type { At } from '../../../policy/candidates.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { dayName } from '../../../tables/dates.ts';
import { meansNoLoans } from '../ledgers/ranks.ts';
import type { LoanAxis, World } from '../world.ts';

/** What the tables themselves say of partners: which makes they may have, and on which weekdays. */
export const approvals = rule<typeof noParameters, World, LoanAxis>({
  name: 'approved_makes',
  title: 'Approved makes and weekdays',
  section: 'always',
  meaning:
    'A partner gets only cars of its own office, or of another one that lends to it, and only makes for which it is approved, none where its rank is 0, and only on the weekdays on which it takes cars; a partner that names none takes them on any.',
  formula:
    '(partner, make) is in approved_makes, and its rank there is not 0; weekday(d) is in allowed_start_dows, or that is empty',
  parameters: noParameters,
  filters: ({ world }) => {
    const accepts = world.partners.map(({ allowed_start_dows: allowed }) =>
      world.days.map(({ weekday }) => allowed === null || allowed.includes(weekday)),
    );
    const barred = world.approvals.map(({ rank }) => meansNoLoans(rank));
    const other = {
      step: 'office',
      text: 'the car belongs to an office that does not lend to the partner',
      on: ['vin', 'person_id'] as const,
      removes: (at: At<LoanAxis>) => !world.isServed(at.person_id, world.officeOf[at.vin]!),
      why: (at: At<LoanAxis>) => {
        const { name, office } = world.partners[at.person_id]!;
        return `${name} is a partner of ${office}, and the car belongs to ${world.vehicles[at.vin]!.office}`;
      },
    };
    return [
      ...(world.offices.length > 1 ? [other] : []),
      {
        step: 'approval',
        text: 'the partner is not approved for the make',
        on: ['vin', 'person_id'],
        removes: (at) => world.approvalOf(at.person_id, at.vin) < 0,
        why: (at) => `${world.partners[at.person_id]!.name} is not approved for ${world.vehicles[at.vin]!.make}`,
      },
      ...(barred.includes(true)
        ? [
            {
              step: 'rank_zero',
              text: 'the rank of the partner for the make is 0: no loans',
              on: ['vin', 'person_id'] as const,
              removes: (at: At<LoanAxis>) => barred[world.approvalOf(at.person_id, at.vin)] === true,
              why: (at: At<LoanAxis>) =>
                `${world.partners[at.person_id]!.name} has rank 0 for ${world.vehicles[at.vin]!.make}: no loans`,
            },
          ]
        : []),
      {
        step: 'weekday',
        text: 'the partner does not take cars on that weekday',
        on: ['start_day', 'person_id'],
        removes: (at) => !accepts[at.person_id]![at.start_day],
        why: (at) => {
          const { name, allowed_start_dows: allowed } = world.partners[at.person_id]!;
          const { date } = world.days[at.start_day]!;
          return `${name} takes cars on ${(allowed ?? []).join(', ')} only, not on a ${dayName(date)}`;
        },
      },
    ];
  },
});
