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

/** Whether the text can be a telephone number: 9 to 15 digits. */
export function isNumber(text: string): boolean {
  return /^\+?\d{9,15}$/.test(bareNumber(text));
}

function pairs(digits: string): string {
  return digits.replace(/(\d{2})(?=\d)/g, '$1 ');
}
