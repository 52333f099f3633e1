import type { SectionData } from '../shapes.js';
import { LANGUAGES } from '../words.js';

/** The sections of the short intake, as the contract names them. */
export type SectionName = 'identity' | 'language' | 'contact' | 'appointment' | 'pickup';

/** How a field is asked. */
export type FieldKind =
  'text' | 'lines' | 'tel' | 'date' | 'time' | 'money' | 'tick' | 'yesno' | 'choice' | 'select';

/** One question of a section. */
export interface FieldSpec {
  name: string;
  label: string;
  kind: FieldKind;
  /** Half the width of the form. */
  half?: true;
  hint?: string;
  options?: Record<string, string>;
}

/** One section of the short intake: its title, its question and its fields. */
export interface SectionSpec {
  name: string;
  step: string;
  question: string;
  hint: string;
  fields: FieldSpec[];
}

/** The sections in the order of the evening. */
export const SECTIONS: readonly (SectionSpec & { name: SectionName })[] = [
  {
    name: 'identity',
    step: 'Adres en bereik',
    question: 'Waar woont de jongere?',
    hint: 'Vraag niet naar het feit. Dat hoort bij de verwijzer.',
    fields: [
      { name: 'callingName', label: 'Roepnaam', kind: 'text', half: true },
      { name: 'mobile', label: 'Mobiel van de jongere', kind: 'tel', half: true },
      { name: 'street', label: 'Straat en huisnummer', kind: 'text' },
      { name: 'postalCode', label: 'Postcode', kind: 'text', half: true },
      { name: 'city', label: 'Woonplaats', kind: 'text', half: true },
    ],
  },
  {
    name: 'language',
    step: 'Taal',
    question: 'Welke taal past het best?',
    hint: 'Twijfelt u? Kies een tolk.',
    fields: [
      { name: 'language', label: 'Taal van de jongere', kind: 'select', options: LANGUAGES },
      { name: 'interpreter', label: 'Is een tolk nodig?', kind: 'yesno' },
      { name: 'readsDutch', label: 'Leest de jongere makkelijk Nederlands?', kind: 'yesno' },
    ],
  },
  {
    name: 'contact',
    step: 'Hulp en school',
    question: 'Wie mag de jongere helpen?',
    hint: 'Iemand die de jongere vertrouwt. Leeg laten mag.',
    fields: [
      { name: 'trustedName', label: 'Naam van deze persoon', kind: 'text', half: true },
      { name: 'trustedNumber', label: 'Telefoonnummer', kind: 'tel', half: true },
      { name: 'school', label: 'School', kind: 'text', hint: 'Hoeft niet' },
    ],
  },
  {
    name: 'appointment',
    step: 'Afspraak',
    question: 'Wanneer is het eerste gesprek?',
    hint: 'Binnen 30 dagen.',
    fields: [
      { name: 'date', label: 'Datum', kind: 'date', half: true },
      { name: 'time', label: 'Tijd', kind: 'time', half: true },
      {
        name: 'mode',
        label: 'Hoe',
        kind: 'choice',
        options: { OFFICE: 'Op kantoor', ONLINE: 'Online' },
      },
      { name: 'office', label: 'Welk kantoor', kind: 'text', half: true },
      { name: 'companion', label: 'Wie komt mee?', kind: 'text', half: true },
    ],
  },
  {
    name: 'pickup',
    step: 'Naar huis',
    question: 'Hoe gaat de jongere naar huis?',
    hint: 'Laat niemand gaan zonder dat u weet met wie.',
    fields: [
      { name: 'mayLeaveAlone', label: 'Mag de jongere zelf naar huis?', kind: 'yesno' },
      { name: 'pickedUpBy', label: 'Wie haalt op?', kind: 'text', half: true },
      { name: 'pickedUpAt', label: 'Hoe laat?', kind: 'time', half: true },
      {
        name: 'identifiedBy',
        label: 'Hoe weet u wie dit is?',
        kind: 'choice',
        options: {
          DOCUMENT: 'Paspoort of ID-kaart',
          JUVENILE_KNOWS: 'De jongere herkent de persoon',
          SPOKEN: 'Zelf gesproken aan de telefoon',
        },
      },
    ],
  },
];

/** The section with this name, or undefined. */
export function sectionNamed(name: string): SectionSpec | undefined {
  return SECTIONS.find((section) => section.name === name);
}

/** A value as the worker reads it. */
export function fieldWords(field: FieldSpec, data: SectionData): string {
  const value = data[field.name];
  if (value === undefined || value === null || value === '') {
    return 'niet ingevuld';
  }
  if (typeof value === 'boolean') {
    return value ? 'ja' : 'nee';
  }
  return field.options?.[String(value)] ?? String(value);
}

/** The fields whose values differ between two versions of a section. */
export function changedFields(
  spec: SectionSpec,
  mine: SectionData,
  theirs: SectionData,
): FieldSpec[] {
  return spec.fields.filter((field) => (mine[field.name] ?? null) !== (theirs[field.name] ?? null));
}
