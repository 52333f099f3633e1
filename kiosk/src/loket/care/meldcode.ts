/**
 * The five steps of the "Meldcode huiselijk geweld en kindermishandeling" (Wet verplichte meldcode; Besluit verplichte
 * meldcode, art. 2), in the words of https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/meldcode.
 */
export const MELDCODE_STEPS: readonly string[] = [
  'In kaart brengen van signalen.',
  'Overleggen met een collega. En eventueel raadplegen van Veilig Thuis: het advies- en meldpunt huiselijk geweld en kindermishandeling. Of een deskundige op het gebied van letselduiding.',
  'Gesprek met de betrokkene(n).',
  'Wegen van het huiselijk geweld of de kindermishandeling. Bij twijfel altijd Veilig Thuis raadplegen.',
  'Beslissen over zelf hulp organiseren of melden.',
];

/** Veilig Thuis, free, day and night (https://veiligthuis.nl). */
export const VEILIG_THUIS = '0800 2000';
