import type { Candidates } from '../../../policy/candidates.ts';
import type { LoanAxis, World } from '../world.ts';

/** The approval (partner and make) by which each candidate is allowed. */
export function approvalsOf({ approvalOf }: World, { count, vin, person_id }: Candidates<LoanAxis>): Int32Array {
  const approvals = new Int32Array(count);
  // A plain loop: Int32Array.from with a function takes ten times as long for a week of candidates.
  for (let j = 0; j < count; j++) approvals[j] = approvalOf(person_id[j]!, vin[j]!);
  return approvals;
}
