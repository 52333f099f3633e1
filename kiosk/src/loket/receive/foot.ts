import { html, type TemplateResult } from 'lit';

/** What the foot of the receive page shows. */
export interface FootParts {
  /** What still lacks, as short sentences. */
  missing: readonly string[];
  /** Why the loket refused it just now; the form tells more. */
  refused?: string | undefined;
  sending: boolean;
  /** The rules say no, or do not know: declining comes first. */
  against: boolean;
  /** The case waits for a juvenile who may never come. */
  awaiting: boolean;
}

/** What the foot can do. */
export interface FootActs {
  decline: () => void;
  receive: () => void;
  overrule: () => void;
}

/** Receive or decline; what the rules are for is the primary button. */
export function foot(parts: FootParts, acts: FootActs): TemplateResult {
  const { against, awaiting, sending, missing, refused } = parts;
  const decline = html`<button
    type="button"
    class="knop ${against ? 'hoofd' : ''}"
    data-testid="decline"
    @click=${acts.decline}
  >
    ${awaiting ? 'Komt niet meer' : 'Weiger'}
  </button>`;
  const receive = html`<button
    type="button"
    class="knop hoofd"
    ?disabled=${missing.length > 0 || sending}
    data-testid="receive"
    @click=${acts.receive}
  >
    ${sending ? 'Wordt verstuurd' : 'Neem over'}
  </button>`;
  const anyway = html`<button
    type="button"
    class="knop"
    data-testid="receive-anyway"
    @click=${acts.overrule}
  >
    Toch overnemen
  </button>`;
  return html`<div class="voet breed">
    <p class="wat-nog" role="status" data-testid="missing">
      ${refused !== undefined && !sending ? refused : footWords(missing, sending)}
    </p>
    ${against ? [anyway, decline] : [decline, receive]}
  </div>`;
}

/** What still lacks, as a sentence. */
export function footWords(missing: readonly string[], sending: boolean): string {
  if (sending) return 'Bewaard op deze tablet. Gaat weg zodra er netwerk is.';
  return missing.length === 0 ? 'Alles is ingevuld.' : `Nog nodig: ${missing.join('; ')}.`;
}
