import type { World } from '../world.ts';

/** How much each partner would like each car: the weights of its preferences for it, added up, in whole thousandths. */
export type Wishes = (partner: number, vehicle: number) => number;

/** The wishes of the table partner_preferences. Body and fuel are those of the model in model_taxonomy. */
export function wishesOf({ tables, partners, vehicles }: Pick<World, 'tables' | 'partners' | 'vehicles'>): Wishes {
  const keyOf = (make: string, model: string) => JSON.stringify([make, model]);
  const kinds = new Map(tables.model_taxonomy.rows.map((row) => [keyOf(row.make, row.model), row]));
  const models = new Map<string, number>();
  const modelAt = Int32Array.from(vehicles, ({ make, model }) => {
    const key = keyOf(make, model);
    const at = models.get(key) ?? models.size;
    models.set(key, at);
    return at;
  });
  const partnerAt = new Map(partners.map(({ person_id }, at) => [person_id, at]));
  const sums = new Float64Array(partners.length * models.size);
  for (const wish of tables.partner_preferences.rows) {
    const partner = partnerAt.get(wish.person_id);
    if (partner === undefined) continue;
    for (const [key, at] of models) {
      const [make, model] = JSON.parse(key) as [string, string];
      const kind = kinds.get(key);
      const own = { make, model, body: kind?.body, fuel: kind?.fuel };
      const meant = (['make', 'model', 'body', 'fuel'] as const).every(
        (name) => wish[name] === null || wish[name] === own[name],
      );
      if (meant) sums[partner * models.size + at]! += Math.round(wish.weight * 1000);
    }
  }
  return (partner, vehicle) => sums[partner * models.size + modelAt[vehicle]!]!;
}
