import { html, nothing, type TemplateResult } from 'lit';
import type { ContactHow, Letter, Substitute } from '../contact-shapes.js';
import type { ContactEntry, Guardian } from '../shapes.js';
import { attemptMoments } from './attempt-words.js';
import { SUBSTITUTE_WORDS } from './substitute-words.js';

/** One thing that happened, in words. */
export interface Moment {
  at: string;
  words: string;
}

const secondFormat = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const STEPS: Record<ContactEntry['state'], string> = {
  NOT_TRIED: 'nog niets gedaan',
  SMS_ACCEPTED: 'sms aangenomen',
  SMS_DELIVERED: 'sms op het toestel',
  SMS_FAILED: 'sms niet aangekomen',
  CALL_DUE: 'bellen is nodig',
  REACHED: 'gesproken',
  NOT_REACHED: 'niet bereikt',
  DO_NOT_CONTACT: 'niet bellen',
};

const ROADS: Record<ContactHow, string> = {
  CALLED: 'aan de telefoon',
  CALLED_BACK: 'de ouder belde zelf',
  AT_DESK: 'aan het loket',
};

/** A time of day to the second, as 22:41:07. */
export function secondTime(instant: string): string {
  return secondFormat.format(Date.parse(instant));
}

/** Everything that was done to reach a guardian, in order of time. */
export function momentsOf({ history, followUp }: Guardian): Moment[] {
  return [
    ...history.map((entry) => ({ at: entry.at, words: stepWords(entry) })),
    ...followUp.letters.map((letter) => ({ at: letter.at, words: letterWords(letter) })),
    ...substituteMoments(followUp.substitute),
    ...followUp.texts.flatMap(attemptMoments),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** One step in words, with whom, how and what was said. */
export function stepWords(entry: ContactEntry): string {
  const parts = [
    STEPS[entry.state],
    entry.spokenWith === undefined ? '' : `met ${entry.spokenWith}`,
    entry.how === undefined ? '' : ROADS[entry.how],
    quoted(entry.reason),
    quoted(entry.words),
    entry.by === undefined ? '' : `door ${entry.by}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function letterWords({ way, to, by }: Letter): string {
  const how = way === 'HANDED_OVER' ? 'brief aan de ouder gegeven' : 'brief meegegeven';
  return `${how}, aan ${to}, door ${by}`;
}

function substituteMoments(substitute: Substitute | undefined): Moment[] {
  if (!substitute) return [];
  const { who, name, namedAt, namedBy, spokenAt, spokenBy, words } = substitute;
  const whom = name ?? SUBSTITUTE_WORDS[who].toLowerCase();
  const by = (worker?: string) => (worker === undefined ? '' : `, door ${worker}`);
  return spokenAt === undefined
    ? [{ at: namedAt, words: `in plaats van deze ouder: ${whom}${by(namedBy)}` }]
    : [{ at: spokenAt, words: `${whom} gesproken, ${quoted(words)}${by(spokenBy)}` }];
}

function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? '' : `“${text}”`;
}

/** The timeline of one guardian. */
export function timeline(guardian: Guardian): TemplateResult | typeof nothing {
  const moments = momentsOf(guardian);
  if (moments.length === 0 && !guardian.textRefused) return nothing;
  return html`<section class="kaart">
    <h2>Wat er is gedaan</h2>
    ${
      guardian.textRefused
        ? html`<p data-testid="text-refused"><b>${guardian.textRefused.sentence}</b></p>`
        : nothing
    }
    <ol class="geschiedenis" data-testid="guardian-history">
      ${moments.map(({ at, words }) => html`<li><b>${secondTime(at)}</b> ${words}</li>`)}
    </ol>
  </section>`;
}
