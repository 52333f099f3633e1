const DUTCH_MOBILE = /^(?:\+31|0031|0)6(\d{8})$/;

/** The bare number: only digits and a leading plus. */
export function bareNumber(text: string): string {
  const trimmed = text.trim();
  return (trimmed.startsWith('+') ? '+' : '') + trimmed.replace(/\D/g, '');
}

/**
 * A number in groups that can be read aloud.
 * A Dutch mobile number becomes `06 12 34 56 78`; a foreign one keeps its country part in front.
 */
export function groupNumber(text: string): string {
  const bare = bareNumber(text);
  const rest = DUTCH_MOBILE.exec(bare)?.[1];
  if (rest !== undefined) {
    return `06 ${pairs(rest)}`;
  }
  return bare.startsWith('+') ? `${bare.slice(0, 3)} ${pairs(bare.slice(3))}`.trim() : pairs(bare);
}

/**
 * Why this can not be a parent's number, as a sentence; empty when it can. What is only too short
 * yet is no fault while somebody types.
 */
export function numberFault(text: string): string {
  if (/\p{L}/u.test(text)) return 'In dit nummer staan letters. Typ alleen de cijfers.';
  const national = bareNumber(text).replace(/^(?:\+31|0031)/, '0');
  if (/^(?:112|113|144)$/.test(national)) {
    return 'Dit is een alarmnummer, geen nummer van een ouder.';
  }
  if (/^0(?:80[0-9]|88|90[0-9])/.test(national)) {
    return 'Dit is een nummer van een dienst, zoals 0800 of 0900, en niet van een ouder.';
  }
  if (/^06[679]/.test(national)) {
    return 'Zulke mobiele nummers zijn er niet. Vraag het nummer opnieuw.';
  }
  const longest = /^0[1-9]/.test(national) ? 10 : 16;
  return national.length > longest ? 'Dit nummer is te lang. Vraag het nummer opnieuw.' : '';
}

/** What to know of a number that is right: no text goes to a landline. Empty for a Dutch mobile. */
export function numberNote(text: string): string {
  if (!isNumber(text)) return '';
  const bare = bareNumber(text);
  if (DUTCH_MOBILE.test(bare)) return '';
  return /^(?:\+31|0031|0[1-9])/.test(bare)
    ? 'Geen mobiel nummer: er gaat geen sms. Bel meteen.'
    : 'Buitenlands nummer. Lees het voor met het landnummer.';
}

/** Whether the text can be a telephone number of a person: 9 to 15 digits, 10 in the Netherlands. */
export function isNumber(text: string): boolean {
  const bare = bareNumber(text);
  if (numberFault(text) !== '' || !/^\+?\d{9,15}$/.test(bare)) return false;
  return !/^0[1-9]/.test(bare) || bare.length === 10;
}

function pairs(digits: string): string {
  return digits.replace(/(\d{2})(?=\d)/g, '$1 ');
}
