import type { SectionSpec } from '../case/sections.js';
import { MELDCODE_STEPS } from './meldcode.js';
import type { CareName } from './shapes.js';
import { SIGNALS } from './signals.js';

const WISH = { YES: 'Ja', NO: 'Nee', LATER: 'Later' };

/** The parts of the care record, in the order in which a talk comes to them. */
export const CARE_PARTS: readonly (SectionSpec & { name: CareName })[] = [
  {
    name: 'scil',
    step: 'Begrijpt de jongere ons?',
    question: 'Is het makkelijk te volgen voor de jongere?',
    hint: 'Neem hier geen test af. Twijfelt u? Zet de eenvoudige schermen aan.',
    fields: [
      { name: 'easyScreens', label: 'Zet de schermen van de jongere eenvoudig', kind: 'tick' },
      { name: 'occasion', label: 'Er is aanleiding voor een SCIL, later bij Halt', kind: 'tick' },
      {
        name: 'reason',
        label: 'Waaraan was dat te merken?',
        kind: 'select',
        half: true,
        options: {
          READING: 'Leest of schrijft moeilijk',
          UNDERSTANDING: 'Begrijpt vragen of brieven moeilijk',
          REPEATING: 'Uitleg moest vaak opnieuw',
          SCHOOL: 'Speciaal onderwijs of extra hulp op school',
          TOLD: 'De jongere of een ouder zegt het zelf',
        },
      },
      {
        name: 'noticedBy',
        label: 'Wie merkte het?',
        kind: 'select',
        half: true,
        options: {
          WORKER: 'Ik zelf, of een collega',
          GUARDIAN: 'Een ouder of verzorger',
          REFERRER: 'De verwijzer',
          JUVENILE: 'De jongere zelf',
        },
      },
    ],
  },
  {
    name: 'mentor',
    step: 'Wie mag jou helpen?',
    question: 'Wie mag jou helpen?',
    hint: 'Iemand die de jongere zelf kiest. De naam blijft bij Halt. Leeg laten mag.',
    fields: [
      { name: 'name', label: 'Naam', kind: 'text', half: true },
      {
        name: 'relation',
        label: 'Wie is dat?',
        kind: 'text',
        half: true,
        hint: 'Zoals tante, trainer of buurman',
      },
    ],
  },
  {
    name: 'apology',
    step: 'Excuus',
    question: 'Wil je later excuus maken?',
    hint: 'Het hoeft niet, en het zegt niets over schuld. Later beslissen mag ook.',
    fields: [{ name: 'wish', label: 'Wat zegt de jongere?', kind: 'choice', options: WISH }],
  },
  {
    name: 'harmed',
    step: 'Wens van wie schade of last had',
    question: 'Wil wie schade of last had contact?',
    hint: 'Vraag het aan de verwijzer. Laat dit scherm niet aan de jongere zien.',
    fields: [
      { name: 'wish', label: 'Wat zegt de verwijzer?', kind: 'choice', options: WISH },
      { name: 'toldBy', label: 'Van wie hoorde u dit?', kind: 'text' },
    ],
  },
  {
    name: 'damage',
    step: 'Schade',
    question: 'Is er schade?',
    hint: 'Een schatting. Beloof de jongere of de eigenaar geen bedrag.',
    fields: [
      {
        name: 'estimateCents',
        label: 'Geschatte schade in hele euro’s',
        kind: 'money',
        half: true,
      },
      { name: 'owner', label: 'Van wie is het?', kind: 'text', half: true },
      { name: 'ownerContact', label: 'Hoe bereikt Halt de eigenaar?', kind: 'text' },
    ],
  },
  {
    name: 'signals',
    step: 'Signalen',
    question: 'Signalen: een geheugensteun',
    hint: 'Schrijf alleen op wat iemand zag, en wie dat zei. Laat de jongere zien wat u opschrijft.',
    fields: [
      ...Object.keys(SIGNALS).flatMap((id) => [
        { name: id, label: 'Wat is er gezien?', kind: 'lines' as const },
        { name: `${id}-by`, label: 'Wie zei dat?', kind: 'text' as const },
      ]),
      { name: 'discussed', label: 'Besproken met jongere', kind: 'tick' },
    ],
  },
  {
    name: 'meldcode',
    step: 'Meldcode',
    question: 'Meldcode huiselijk geweld en kindermishandeling',
    hint: 'Vijf stappen. Wat u hier opschrijft, staat niet in de zaak en niet in het dossier.',
    fields: MELDCODE_STEPS.map((_, index) => ({
      name: `step${index + 1}`,
      label: `Wat deed u bij stap ${index + 1}?`,
      kind: 'lines' as const,
    })),
  },
];

/** The part with this name, or undefined. */
export function partNamed(name: string) {
  return CARE_PARTS.find((part) => part.name === name);
}
