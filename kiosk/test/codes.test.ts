import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  parseCardCode,
  parseToken,
  readCard,
  readJoin,
  spaced,
} from '../src/lib/codes.js';

const letters = '7K4M2T9';
const code = letters + checkCharacter(letters);

describe('a card code', () => {
  it('is accepted as printed, in lower case, with spaces and with look-alike letters', () => {
    const confusing = '0110ABC';
    const tidy = confusing + checkCharacter(confusing);
    expect(parseCardCode(code)).toBe(code);
    expect(parseCardCode(spaced(code.toLowerCase()))).toBe(code);
    expect(parseCardCode(`OiLo-ABC${tidy.at(-1) ?? ''}`)).toBe(tidy);
  });

  it('is refused when one letter is wrong, missing or too many', () => {
    expect(parseCardCode(`8${code.slice(1)}`)).toBeUndefined();
    expect(parseCardCode(code.slice(1))).toBeUndefined();
    expect(parseCardCode(`${code}0`)).toBeUndefined();
    expect(parseCardCode(`U${code.slice(1)}`)).toBeUndefined();
  });

  it('is read from the link in its QR, whatever the case of the host', () => {
    expect(readCard(`https://Loket.test/k#${code}`, 'loket.test')).toEqual({ kind: 'card', code });
    expect(readCard(code, 'loket.test')).toEqual({ kind: 'card', code });
  });

  it('of another loket is told apart from a wrong code', () => {
    const foreign = readCard(`https://ander.test/k#${code}`, 'loket.test');
    expect(foreign).toEqual({ kind: 'foreign', host: 'ander.test' });
    expect(readCard('https://example.org', 'loket.test')).toEqual({ kind: 'invalid' });
  });
});

describe('a join code', () => {
  const nine = '7K4M2T9AB';
  const token = nine + checkCharacter(nine);

  it('has ten characters with the check character last', () => {
    expect(parseToken(token)).toBe(token);
    expect(parseToken(`8${token.slice(1)}`)).toBeUndefined();
  });

  it('is read from its QR, also with a port in the host', () => {
    const keyHash = '0123456789abcdef';
    const join = readJoin(`HALTJOIN:1:localhost:8080:${token}:${keyHash}`);
    expect(join).toEqual({ host: 'localhost:8080', token, keyHash });
    expect(readJoin(`HALTJOIN:1:loket.test:${token}:${keyHash}`)?.host).toBe('loket.test');
  });

  it('is refused when anything in the QR is missing or damaged', () => {
    expect(readJoin('https://loket.test/k#ABC')).toBeUndefined();
    expect(readJoin(`HALTJOIN:1:loket.test:${token}`)).toBeUndefined();
    expect(readJoin(`HALTJOIN:1:loket.test:8${token.slice(1)}:0123456789abcdef`)).toBeUndefined();
  });
});
