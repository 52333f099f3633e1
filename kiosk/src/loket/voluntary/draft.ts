import { ageOn } from '../../lib/dates.js';
import type { Consent, Details, Voluntary } from './shapes.js';

/** Under this age a guardian has to consent. */
export const ALONE_FROM = 16;
/** For whom a school-/wijkinterventie is (Halt, https://www.halt.nl). */
export const AGE_MIN = 10;
export const AGE_MAX = 23;

/** A form as typed on this tablet. */
export interface VoluntaryDraft {
  name: string;
  birthDate: string;
  age: string;
  setting: string;
  proposer: string;
  contact: string;
  wish: string;
  consent: string;
  guardian: string;
  guardianContact: string;
  guardianConsent: string;
  guardianHow: string;
}

export const EMPTY: VoluntaryDraft = {
  name: '',
  birthDate: '',
  age: '',
  setting: '',
  proposer: '',
  contact: '',
  wish: '',
  consent: '',
  guardian: '',
  guardianContact: '',
  guardianConsent: '',
  guardianHow: '',
};

/** What the server holds, as a form. */
export function draftOf({ details }: Voluntary): VoluntaryDraft {
  if (!details) return EMPTY;
  const age = details.age === undefined || details.age === null ? '' : String(details.age);
  return {
    name: details.name,
    birthDate: details.birthDate ?? '',
    age,
    setting: details.setting,
    proposer: details.proposer,
    contact: details.contact ?? '',
    wish: details.wish ?? '',
    consent: details.consent,
    guardian: details.guardian ?? '',
    guardianContact: details.guardianContact ?? '',
    guardianConsent: details.guardianConsent ?? '',
    guardianHow: details.guardianHow ?? '',
  };
}

/** Age in years by the date of birth or as typed; undefined when neither is whole. */
export function ageOf({ birthDate, age }: VoluntaryDraft, now: number): number | undefined {
  if (birthDate !== '') return ageOn(birthDate, now);
  return /^\d{1,2}$/.test(age) ? Number(age) : undefined;
}

/** Whether a guardian has to consent. */
export function asksGuardian(draft: VoluntaryDraft, now: number): boolean {
  const age = ageOf(draft, now);
  return age !== undefined && age < ALONE_FROM;
}

/** What still lacks before it can be kept, as short phrases. */
export function missing(draft: VoluntaryDraft, now: number): string[] {
  const age = ageOf(draft, now);
  return [
    draft.name.trim() === '' ? 'een naam' : '',
    age === undefined ? 'geboortedatum of leeftijd' : '',
    age !== undefined && (age < AGE_MIN || age > AGE_MAX)
      ? 'een leeftijd van 10 tot en met 23'
      : '',
    draft.setting === '' ? 'school of wijk' : '',
    draft.proposer === '' ? 'wie eraan dacht' : '',
    draft.consent === '' ? 'wat de jongere zegt' : '',
  ].filter((one) => one !== '');
}

/** The form as the server takes it. */
export function toDetails(draft: VoluntaryDraft, now: number): Details {
  const guarded = asksGuardian(draft, now) || draft.guardian.trim() !== '';
  return {
    name: draft.name.trim(),
    birthDate: orNull(draft.birthDate),
    age: draft.birthDate === '' ? Number(draft.age) : null,
    setting: draft.setting as Details['setting'],
    proposer: draft.proposer,
    contact: orNull(draft.contact),
    wish: orNull(draft.wish),
    consent: draft.consent as Details['consent'],
    guardian: orNull(draft.guardian),
    guardianContact: orNull(draft.guardianContact),
    guardianConsent: guarded ? (orNull(draft.guardianConsent) as Consent | null) : null,
    guardianHow:
      guarded && draft.guardianConsent === 'YES'
        ? (orNull(draft.guardianHow) as 'IN_PERSON' | 'PHONE' | null)
        : null,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
