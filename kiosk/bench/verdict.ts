/** How long one verdict takes in a browser on a slow phone. */
import { resolve } from 'node:path';
import { build } from 'vite';
import { cases } from '../test/eligibility/all.js';
import { readLaw } from '../test/eligibility/golden.js';
import { withChromium } from './chromium.js';

/** How many times slower than this machine. */
export const throttling = 6;

export interface Figures {
  readonly verdicts: number;
  /** Milliseconds, from the first that an officer would see. */
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
}

/** Judges golden cases, spread over the whole file, in a Chromium that is slowed down. */
export async function measureVerdicts(verdicts: number): Promise<Figures> {
  const situations = Array.from(
    { length: verdicts },
    (_none, index) => cases[Math.floor((index * cases.length) / verdicts)]?.situation,
  );
  const call = `Verdict.measure(${JSON.stringify(readLaw())}, ${JSON.stringify(situations)})`;
  const expression = `${await pageCode()}\n${call}`;
  const times = await withChromium(async (send) => {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const attached = await send('Target.attachToTarget', { targetId, flatten: true });
    const session = attached.sessionId as string;
    await send('Emulation.setCPUThrottlingRate', { rate: throttling }, session);
    const { result, exceptionDetails } = await send(
      'Runtime.evaluate',
      { expression, returnByValue: true, awaitPromise: true },
      session,
    );
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value: number[] }).value;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { verdicts: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) };
}

async function pageCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: resolve(import.meta.dirname, 'verdict-page.ts'),
        formats: ['iife'],
        name: 'Verdict',
      },
    },
  });
  const bundles = Array.isArray(built) ? built : [built];
  const [code] = bundles.flatMap((each) => ('output' in each ? each.output[0].code : []));
  if (code === undefined) throw new Error('Nothing was built');
  return code;
}
