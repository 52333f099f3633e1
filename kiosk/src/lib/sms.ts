/**
 * What a text message takes to send, as the networks count it: GSM 03.38 with 160 septets in one message and 153 in
 * each of more, or UCS-2 with 70 and 67 code units. The server counts the same; both are held against one file.
 */

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each takes two septets. */
const EXTENSION = '\f^{}\\[~]|€';

export type Encoding = 'GSM_7' | 'UCS_2';

const SIZES: Record<Encoding, { single: number; each: number }> = {
  GSM_7: { single: 160, each: 153 },
  UCS_2: { single: 70, each: 67 },
};

export interface SmsCount {
  readonly encoding: Encoding;
  readonly parts: number;
  /** As a reader counts them. */
  readonly characters: number;
  /** As the network counts: septets, or code units of 16 bits. */
  readonly units: number;
  /** The characters that make it UCS-2, each once. */
  readonly unknownToGsm7: readonly string[];
}

/** Counts a text. */
export function countSms(text: string): SmsCount {
  const characters = Array.from(text);
  const unknownToGsm7 = [...new Set(characters.filter((one) => septets(one) === 0))];
  const encoding: Encoding = unknownToGsm7.length === 0 ? 'GSM_7' : 'UCS_2';
  const sizes = characters.map((one) => (encoding === 'GSM_7' ? septets(one) : one.length));
  return {
    encoding,
    parts: partsOf(sizes, SIZES[encoding]),
    characters: characters.length,
    units: sizes.reduce((sum, size) => sum + size, 0),
    unknownToGsm7,
  };
}

/** 0 when the alphabet does not have it. */
function septets(character: string): number {
  if (EXTENSION.includes(character)) return 2;
  return BASIC.includes(character) ? 1 : 0;
}

/** No character is cut in two. */
function partsOf(
  sizes: readonly number[],
  { single, each }: { single: number; each: number },
): number {
  if (sizes.reduce((sum, size) => sum + size, 0) <= single) return 1;
  let parts = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > each) {
      parts += 1;
      filled = 0;
    }
    filled += size;
  }
  return parts;
}
