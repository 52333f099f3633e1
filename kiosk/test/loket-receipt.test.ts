import { describe, expect, it } from 'vitest';
import {
  emptyReceipt,
  faultOfNumber,
  fillFrom,
  missingItems,
  nameFault,
  needsHelpFirst,
  noteOfNumber,
  toReceipt,
  withNumber,
  type GuardianDraft,
  type ReceiptDraft,
} from '../src/loket/receive/receipt-draft.js';
import { lackingFacts } from '../src/loket/receive/lacking-facts.js';
import { numberFault, numberNote } from '../src/loket/phone.js';
import { languageWords } from '../src/loket/words.js';
import type { HandoverContent } from '../src/loket/shapes.js';

const CONTENT: HandoverContent = {
  offenceId: 'alcohol-45',
  offenceAt: '2026-09-19T20:00:00Z',
  place: 'Plein',
  manner: 'STOPPED',
  caughtInAct: 'YES',
  declarations: { cautionGiven: 'YES', admission: 'UNKNOWN' },
  juvenile: { familyName: 'Jansen', givenNames: 'Noor', birthDate: '2011-03-04' },
  guardian: { name: 'S. Jansen', relation: 'MOTHER', number: '0600000012' },
};

function complete(): ReceiptDraft {
  const draft = fillFrom(emptyReceipt('g1'), CONTENT);
  const guardians = draft.guardians.map((guardian) => ({
    ...guardian,
    custody: 'YES' as const,
    language: 'nl',
    readBack: true,
  }));
  const safety = { conscious: true, hurt: false, inDanger: false };
  return { ...draft, safety, basis: 'DOCUMENT', guardians };
}

function withGuardian(change: Partial<GuardianDraft>): ReceiptDraft {
  const draft = complete();
  return { ...draft, guardians: draft.guardians.map((one) => ({ ...one, ...change })) };
}

describe('the receipt', () => {
  it('starts with what the referrer gave, once', () => {
    const filled = fillFrom(emptyReceipt('g1'), CONTENT);
    expect(filled).toMatchObject({ familyName: 'Jansen', birthDate: '2011-03-04', filled: true });
    const edited = { ...filled, familyName: 'Janssen' };
    expect(fillFrom(edited, CONTENT).familyName).toBe('Janssen');
  });

  it('names everything that lacks in an empty form', () => {
    expect(missingItems(emptyReceipt('g1'))).toEqual([
      'is de jongere aanspreekbaar',
      'is de jongere gewond',
      'is de jongere in gevaar',
      'achternaam',
      'voornamen',
      'geboortedatum',
      'hoe u weet wie het is',
      'ouder: relatie',
      'ouder: gezag',
      'ouder: taal',
      'ouder: telefoonnummer',
    ]);
  });

  it('wants a number to be read aloud', () => {
    const draft = complete();
    const guardians = draft.guardians.map((guardian) => ({ ...guardian, readBack: false }));
    expect(missingItems({ ...draft, guardians })).toEqual(['ouder: nummer voorlezen']);
  });

  it('wants a reason, and no number, when nobody may call', () => {
    const draft = complete();
    const guardians = draft.guardians.map((guardian) => ({
      ...guardian,
      number: '',
      readBack: false,
      doNotContact: true,
    }));
    expect(missingItems({ ...draft, guardians })).toEqual([
      'ouder: reden om niet te bellen',
      'ouder: wie er in plaats komt',
    ]);
    const later = { who: 'LATER' as const, name: '', relation: '', number: '' };
    const reasoned = guardians.map((one) => ({
      ...one,
      doNotContactReason: 'geheim adres',
      substitute: later,
    }));
    expect(missingItems({ ...draft, guardians: reasoned })).toEqual([]);
    const [sent] = toReceipt('h1', { ...draft, guardians: reasoned }).guardians;
    expect(sent).not.toHaveProperty('number');
    expect(sent).not.toHaveProperty('substitute');
  });

  it('says who comes instead, with a number when it is an adult', () => {
    const aunt = { who: 'ADULT' as const, name: 'Tante', relation: 'tante', number: '' };
    const marked = { doNotContact: true, doNotContactReason: 'x' };
    expect(missingItems(withGuardian({ ...marked, substitute: aunt }))).toEqual([
      'ouder: wie er in plaats komt',
    ]);
    const known = withGuardian({ ...marked, substitute: { ...aunt, number: '06 12345678' } });
    expect(toReceipt('h1', known).guardians[0]?.substitute).toEqual({
      who: 'ADULT',
      name: 'Tante',
      relation: 'tante',
      number: '0612345678',
    });
  });

  it('asks the language, and takes that nobody knows', () => {
    expect(missingItems(withGuardian({ language: '' }))).toEqual(['ouder: taal']);
    const unknown = withGuardian({ language: 'und' });
    expect(toReceipt('h1', unknown).guardians[0]?.language).toBe('und');
    expect(languageWords('und')).toBe('taal onbekend');
    expect(languageWords('ar')).toBe('spreekt Arabisch');
    expect(languageWords('xx')).toBe('spreekt xx');
  });

  it('assumes nothing that nobody was asked', () => {
    const { safety, basis, guardians } = emptyReceipt('g1');
    expect({ safety, basis }).toEqual({ safety: {}, basis: '' });
    expect(guardians[0]).toMatchObject({ relation: '', custody: '', language: '', number: '' });
    expect(guardians[0]).toMatchObject({ readBack: false, doNotContact: false });
  });

  it('keeps the number that must be left alone', () => {
    const substitute = { who: 'POLICE' as const, name: '', relation: '', number: '' };
    const mark = { doNotContact: true, doNotContactReason: 'x', substitute };
    const marked = withGuardian({ ...mark, readBack: false });
    expect(missingItems(marked)).toEqual([]);
    const [sent] = toReceipt('h1', marked).guardians;
    expect(sent).toMatchObject({ number: '0600000012', doNotContact: true });
    expect(sent).not.toHaveProperty('readBack');
  });

  it('wants a number that changed to be read aloud again', () => {
    const [guardian] = complete().guardians;
    if (!guardian) throw new Error('There is one');
    expect(withNumber(guardian, '0600000013').readBack).toBe(false);
    expect(withNumber(guardian, '06 00 00 00 12').readBack).toBe(true);
  });

  it.each(['  ', '\u200b', '\u0000'])('takes %j for no name', (name) => {
    expect(missingItems({ ...complete(), familyName: name })).toEqual(['achternaam']);
  });

  it.each(["van 't Hof", 'IJsbrand Çelik', 'Zoë 🦊', 'عبد الله', '👨‍👩‍👧'])(
    'takes the name %s',
    (name) => {
      expect(nameFault(name)).toBe('');
      expect(missingItems({ ...complete(), familyName: name })).toEqual([]);
    },
  );

  it.each(['a'.repeat(5000), 'Noor\u202eroon', 'Jan\u0000sen'])(
    'says what is wrong with a name, and leaves it as typed',
    (name) => {
      expect(nameFault(name)).toMatch(/te lang|onzichtbare/);
      expect(missingItems({ ...complete(), givenNames: name })).toEqual(['voornamen: kijk na']);
    },
  );

  it('becomes the command only when complete', () => {
    expect(missingItems(complete())).toEqual([]);
    expect(toReceipt('h1', complete())).toEqual({
      handoverId: 'h1',
      safety: { conscious: true, hurt: false, inDanger: false },
      identity: {
        familyName: 'Jansen',
        givenNames: 'Noor',
        birthDate: '2011-03-04',
        basis: 'DOCUMENT',
      },
      guardians: [
        {
          id: 'g1',
          relation: 'MOTHER',
          custody: 'YES',
          language: 'nl',
          doNotContact: false,
          name: 'S. Jansen',
          number: '0600000012',
          readBack: true,
        },
      ],
    });
    expect(() => toReceipt('h1', emptyReceipt('g1'))).toThrow('not complete');
  });
});

describe('the number of a guardian', () => {
  it.each([
    ['06 12 34 56 78', '', ''],
    ['+31612345678', '', ''],
    ['030 123 45 67', '', 'Geen mobiel nummer: er gaat geen sms. Bel meteen.'],
    ['+32 470 12 34 56', '', 'Buitenlands nummer. Lees het voor met het landnummer.'],
    ['112', 'Dit is een alarmnummer, geen nummer van een ouder.', ''],
    ['bel mama', 'In dit nummer staan letters. Typ alleen de cijfers.', ''],
    [
      '0900 8844',
      'Dit is een nummer van een dienst, zoals 0800 of 0900, en niet van een ouder.',
      '',
    ],
    ['06 98 76 54 32', 'Zulke mobiele nummers zijn er niet. Vraag het nummer opnieuw.', ''],
    ['06 12 34 56 789', 'Dit nummer is te lang. Vraag het nummer opnieuw.', ''],
    ['06 12', '', ''],
  ])('says of %s: %s %s', (number, fault, note) => {
    expect(numberFault(number)).toBe(fault);
    expect(numberNote(number)).toBe(note);
  });

  it('is missed in words when it is not whole', () => {
    expect(missingItems(withGuardian({ number: '06 12' }))).toEqual(['ouder: nummer is te kort']);
    expect(missingItems(withGuardian({ number: '112' }))).toEqual(['ouder: nummer klopt niet']);
  });

  it('may be shared, but not with one who must be left alone', () => {
    const [first] = complete().guardians;
    if (!first) throw new Error('There is one');
    const second = { ...first, id: 'g2', number: '+31 6 00 00 00 12' };
    expect(noteOfNumber([first, second], 1)).toContain('Er gaat één sms');
    expect(faultOfNumber([first, second], 1)).toBe('');
    const marked = { ...first, doNotContact: true };
    expect(faultOfNumber([marked, second], 1)).toContain('Niet bellen');
    expect(faultOfNumber([marked, second], 0)).toBe('');
  });
});

describe('safety', () => {
  it.each([
    [{}, false],
    [{ conscious: true, hurt: false, inDanger: false }, false],
    [{ conscious: false }, true],
    [{ hurt: true }, true],
    [{ inDanger: true }, true],
  ])('asks for help first in %o: %s', (safety, expected) => {
    expect(needsHelpFirst(safety)).toBe(expected);
  });
});

describe('the facts that lack', () => {
  it('counts an absent and an unknown answer alike', () => {
    const facts = lackingFacts(CONTENT);
    expect(facts).toContain('bekent');
    expect(facts).toContain('verdenking verteld');
    expect(facts).not.toContain('cautie gegeven');
  });
});
