import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../src/lib/api.js';
import { CasePage } from '../src/loket/case/case-page.js';
import { OtherJuvenile } from '../src/loket/case/other-juvenile.js';
import { ReceivePage } from '../src/loket/receive/receive-page.js';
import { goOnFrom } from '../src/loket/route.js';
import type { BoardRow, CaseFile } from '../src/loket/shapes.js';

vi.mock(import('../src/loket/command.js'), async (real) => ({
  ...(await real()),
  command: vi.fn(),
}));
const { command } = await import('../src/loket/command.js');

const WRONG = '0198f0aa-0000-7000-8000-000000000001';
const RIGHT = '0198f0aa-0000-7000-8000-000000000002';
const AWAITING = { id: WRONG, state: 'AWAITING' } as BoardRow;

/** What an element does inside, for a test without a page. */
interface Drawn {
  performUpdate: () => void;
}

/** What the server answers, as late as the test wants. */
let answer: (body: unknown) => void;

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('location', { hash: `#/zaak/${WRONG}/receipt` });
  const late = () => new Promise<never>((give) => (answer = give as (body: unknown) => void));
  vi.spyOn(api, 'get').mockImplementation(late);
  vi.mocked(command).mockImplementation(late);
  // There is no page here to draw on.
  for (const { prototype } of [CasePage, OtherJuvenile, ReceivePage]) {
    vi.spyOn(prototype as unknown as Drawn, 'performUpdate').mockReturnValue();
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** All that waited for an answer has heard it. */
const heard = () => new Promise((settled) => setTimeout(settled));

function openCase(inside: { rare?: 'juvenile' } = {}): void {
  const page = new CasePage();
  Object.assign(page, { caseId: WRONG, row: AWAITING }, inside);
  page.connectedCallback();
}

describe('a case that waits for its own juvenile', () => {
  const file: Partial<CaseFile> = { id: WRONG, awaiting: true };

  it('is received from the receive page', async () => {
    openCase();
    answer(file);
    await heard();
    expect(location.hash).toBe(`#/overnemen/${WRONG}`);
  });

  it('does not take the screen back from where it went meanwhile', async () => {
    openCase();
    location.hash = `#/zaak/${RIGHT}/receipt`;
    answer(file);
    await heard();
    expect(location.hash).toBe(`#/zaak/${RIGHT}/receipt`);
  });

  it('stays in front of whoever is giving it to the right juvenile', async () => {
    openCase({ rare: 'juvenile' });
    answer(file);
    await heard();
    expect(location.hash).toBe(`#/zaak/${WRONG}/receipt`);
  });
});

describe('the answer to a displacement', () => {
  function confirm(): Promise<void> {
    const form = Object.assign(new OtherJuvenile(), { file: { id: WRONG }, chosen: RIGHT });
    return (form as unknown as { confirm: () => Promise<void> }).confirm();
  }

  it('shows the case of the right juvenile', async () => {
    const confirmed = confirm();
    answer({});
    await confirmed;
    expect(location.hash).toBe(`#/zaak/${RIGHT}/receipt`);
  });

  it('leaves whoever went to the board meanwhile on the board', async () => {
    const confirmed = confirm();
    location.hash = '#/';
    answer({});
    await confirmed;
    expect(location.hash).toBe('#/');
  });
});

describe('the answer to a receipt', () => {
  const inside = { draft: { value: { guardians: [] }, clear: () => Promise.resolve() } };

  it.each([
    [`#/overnemen/${WRONG}`, `#/zaak/${WRONG}/guardian`],
    ['#/', '#/'],
    [`#/overnemen/${RIGHT}`, `#/overnemen/${RIGHT}`],
  ])('that comes at %s goes to %s', async (meanwhile, then) => {
    const page = Object.assign(new ReceivePage(), { handoverId: WRONG }, inside);
    location.hash = `#/overnemen/${WRONG}`;
    const sent = Promise.resolve({ id: WRONG });
    location.hash = meanwhile;
    await (page as unknown as { finish: (sent: Promise<unknown>) => Promise<void> }).finish(sent);
    expect(location.hash).toBe(then);
  });
});

describe('going on from a place', () => {
  it.each([
    [{ page: 'case', id: WRONG }, true],
    [{ page: 'case', id: WRONG, step: 'receipt' }, true],
    [{ page: 'case', id: WRONG, step: 'guardian' }, false],
    [{ page: 'receive', id: WRONG }, false],
    [{ page: 'case', id: RIGHT }, false],
  ])('%o from a case at its receipt: %s', (from, goes) => {
    goOnFrom(from, { page: 'board' });
    expect(location.hash === '#/').toBe(goes);
  });
});
