/** Amounts in cents: value up to 150 euros, damage up to 900 per offender and 4,500 in all (decree of 1995, text of 2010). */
import { boa, damage, nuisance, theft } from '../bases.js';
import { type Case, pair, several } from '../case.js';

export const amountCases: readonly Case[] = [
  ...pair('R-VAL-1', theft, ['150.00 euros', { valueCents: 15_000 }, 'DIRECT', '!R-VAL-2'], ['150.01 euros', { valueCents: 15_001 }, 'NEEDS_OVJ', 'R-VAL-2']),
  ...pair('R-VAL-2', theft, ['150.01 euros', { valueCents: 15_001 }, 'NEEDS_OVJ', '!R-VAL-1 lawUnknown'], ['150.00 euros', { valueCents: 15_000 }, 'DIRECT', 'R-VAL-1 !lawUnknown']),
  ...pair('R-VAL-3', { ...damage, damageTotalCents: 90_001 }, ['900.00 euros per offender', { damageCents: 90_000 }, 'DIRECT', '!R-VAL-4'], ['900.01 euros per offender', { damageCents: 90_001 }, 'NEEDS_OVJ', 'R-VAL-4']),
  ...pair('R-VAL-3/total', { ...damage, damageCents: 90_000 }, ['4,500.00 euros in all', { damageTotalCents: 450_000 }, 'DIRECT', '!R-VAL-4'], ['4,500.01 euros in all', { damageTotalCents: 450_001 }, 'NEEDS_OVJ', 'R-VAL-4']),
  ...pair(
    'R-VAL-4',
    { ...damage, damageTotalCents: 90_001 },
    ['900.01 euros per offender', { damageCents: 90_001 }, 'NEEDS_OVJ', '!R-VAL-3 lawUnknown'],
    ['900.00 euros per offender', { damageCents: 90_000 }, 'DIRECT', 'R-VAL-3 !lawUnknown'],
  ),
  ...pair('R-VAL-4/total', { ...damage, damageCents: 90_000 }, ['4,500.01 euros in all', { damageTotalCents: 450_001 }, 'NEEDS_OVJ', '!R-VAL-3'], ['4,500.00 euros in all', { damageTotalCents: 450_000 }, 'DIRECT', 'R-VAL-3']),
  ...pair('R-VAL-5', theft, ['no value estimated', { valueCents: undefined }, 'UNKNOWN', 'ask:valueCents !R-VAL-1 !R-VAL-2'], ['a value of nothing', { valueCents: 0 }, 'DIRECT', 'R-VAL-1']),
  ...pair('R-VAL-5/damage', damage, ['no damage estimated', { damageCents: undefined }, 'UNKNOWN', 'ask:damageCents'], ['no damage', { damageCents: 0 }, 'DIRECT', 'R-VAL-3']),
  ...several('value', theft, [
    ['nothing', { valueCents: 0 }, 'DIRECT', 'R-VAL-1'],
    ['a cent', { valueCents: 1 }, 'DIRECT', 'R-VAL-1'],
    ['149.99 euros', { valueCents: 14_999 }, 'DIRECT', 'R-VAL-1'],
    ['151 euros', { valueCents: 15_100 }, 'NEEDS_OVJ', 'R-VAL-2'],
    ['a bicycle of 2,000 euros', { valueCents: 200_000 }, 'NEEDS_OVJ', 'R-VAL-2'],
    ['a phone of 800 euros, allowed by the prosecutor', { valueCents: 80_000, ovj: 'APPROVED' }, 'DIRECT', '!R-VAL-1'],
    ['damage does not matter to theft', { damageCents: 5_000_000 }, 'DIRECT', '!R-VAL-4'],
  ]),
  ...several('damage', damage, [
    ['899.99 of 4,499.99 euros', { damageCents: 89_999, damageTotalCents: 449_999 }, 'DIRECT', 'R-VAL-3'],
    ['over both', { damageCents: 90_001, damageTotalCents: 450_001 }, 'NEEDS_OVJ', 'R-VAL-4'],
    ['over per offender, the total unknown: over is over', { damageCents: 90_001, damageTotalCents: undefined }, 'UNKNOWN', 'R-VAL-4'],
    ['within per offender, the total unknown', { damageTotalCents: undefined }, 'UNKNOWN', 'ask:damageTotalCents !R-VAL-3'],
    ['over in all, the own part unknown', { damageCents: undefined, damageTotalCents: 450_001 }, 'UNKNOWN', 'R-VAL-4'],
    ['neither estimated', { damageCents: undefined, damageTotalCents: undefined }, 'UNKNOWN', 'R-VAL-5'],
    ['over, allowed by the prosecutor', { damageCents: 100_000, damageTotalCents: 100_000, ovj: 'APPROVED' }, 'DIRECT', '!R-VAL-3'],
    ['value does not matter to damage', { valueCents: 5_000_000 }, 'DIRECT', '!R-VAL-2'],
  ]),
  ...several('damage-violation', { ...nuisance, offenceId: 'baldadigheid-424', feitcode: 'D505', referrer: boa }, [
    ['mischief without damage', {}, 'DIRECT', 'R-VAL-3'],
    ['mischief, 900.00 euros', { damageCents: 90_000, damageTotalCents: 90_000 }, 'DIRECT', 'R-VAL-3'],
    ['mischief, 900.01 euros', { damageCents: 90_001, damageTotalCents: 90_001 }, 'NEEDS_OVJ', 'R-VAL-4'],
    ['mischief, damage unknown', { damageCents: undefined, damageTotalCents: undefined }, 'UNKNOWN', 'R-VAL-5'],
  ]),
];
