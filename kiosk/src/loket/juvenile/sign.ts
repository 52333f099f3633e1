import { clock } from '../../lib/clock.js';
import { device } from '../../lib/device.js';
import { signShown } from '../../lib/signed-text.js';
import type { ShownBlock, ShownDocument } from './juvenile-shapes.js';
import { imageOf } from './signature.js';
import type { Signer } from './visit.js';

/** Binds what was drawn or typed to exactly what was shown, with the key of this tablet. */
export const signWith: Signer = async (caseId, shown, { strokes, name }) => {
  const { document, version, language } = shown;
  const deviceId = device.current?.deviceId;
  if (!deviceId) throw new Error('this device is not enrolled');
  const signed = {
    caseId,
    document,
    version,
    language,
    text: textOf(shown),
    image: await imageOf(strokes, name),
    person: 'JUVENILE',
    answer: 'YES',
    at: clock.now(),
    deviceId,
  } as const;
  return signShown(signed, (bytes) => device.sign(bytes));
};

/**
 * The text that is signed, made of what stands on the screen.
 *
 * @throws Error when the server sent another text than the pieces that were shown
 */
export function textOf({ blocks, text }: Pick<ShownDocument, 'blocks' | 'text'>): string {
  const onScreen = blocks.map(lineOf).join('\n');
  if (onScreen !== text) throw new Error('Deze tekst is niet wat er op het scherm staat.');
  return onScreen;
}

function lineOf({ kind, text }: ShownBlock): string {
  return kind === 'ITEM' ? `- ${text}` : text;
}
