import { describe, expect, it } from 'vitest';
import { extended, isSigned, pathOf } from '../src/loket/juvenile/signature.js';
import { textOf } from '../src/loket/juvenile/sign.js';
import { languageOf } from '../src/loket/juvenile/languages.js';
import { Reader, voiceFor } from '../src/loket/juvenile/speech.js';

describe('a signature on the screen', () => {
  it('keeps where the finger was, within the box, and not when', () => {
    let stroke = extended([], -5, 3.4);
    stroke = extended(stroke, 700, 250);
    expect(stroke).toEqual([0, 3, 600, 200]);
  });

  it('leaves out what says nothing new', () => {
    expect(extended([10, 10], 10.6, 10.2)).toEqual([10, 10]);
  });

  it('is drawn as lines, and a tap as a dot', () => {
    expect(pathOf([1, 2, 3, 4])).toBe('M1 2L3 4');
    expect(pathOf([1, 2])).toBe('M1 2h1');
  });

  it.each([
    ['nothing', [], '', false],
    ['a dot', [[1, 2]], '', false],
    ['a line', [[1, 2, 3, 4]], '', true],
    ['a typed name', [], 'Sam', true],
    ['blanks', [], '   ', false],
  ])('with %s', (_, strokes, name, signed) => {
    expect(isSigned(strokes, name)).toBe(signed);
  });
});

describe('reading aloud', () => {
  const voices = [
    { lang: 'en-US', localService: true },
    { lang: 'en_GB', localService: true },
    { lang: 'nl-NL', localService: false },
  ];

  it('takes the voice of the country first', () => {
    expect(voiceFor(voices, languageOf('en'))?.lang).toBe('en_GB');
  });

  it('sends nothing to a voice elsewhere, and takes no other language', () => {
    expect(voiceFor(voices, languageOf('nl'))).toBeUndefined();
    expect(voiceFor(voices, languageOf('uk'))).toBeUndefined();
  });

  it('says when the browser has no voice', () => {
    let changes = 0;
    const reader = new Reader(() => (changes += 1), undefined);
    expect(reader.read('Hoi.', languageOf('nl'))).toBe(false);
    expect(reader.voiceless).toBe(true);
    expect(changes).toBe(1);
    reader.stop();
    expect(reader.voiceless).toBe(false);
  });
});

describe('the text that is signed', () => {
  const blocks = [
    { kind: 'HEADING', text: 'Meedoen' },
    { kind: 'ITEM', text: 'Ik kies zelf.' },
  ] as const;

  it('is what stands on the screen', () => {
    expect(textOf({ blocks, text: 'Meedoen\n- Ik kies zelf.' })).toBe('Meedoen\n- Ik kies zelf.');
  });

  it('is not signed when the server means another one', () => {
    expect(() => textOf({ blocks, text: 'Meedoen\n- Ik kies zelf' })).toThrow('niet wat er op');
  });
});
