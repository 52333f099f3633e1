import { ApiError } from './api-error.js';

export type OnMessage = (name: string, data: unknown) => void;
export type StreamState = 'open' | 'lost';
export type OnState = (state: StreamState) => void;

const firstWaitMs = 500;
const longestWaitMs = 5_000;
/** The server beats every 15 seconds; a longer silence is a dead line. */
const longestSilenceMs = 40_000;

/**
 * Follows server-sent messages and reconnects with back-off.
 *
 * @param onBeat hears every sign of life, heartbeats too
 *
 * @throws ApiError when the server refuses the stream for good
 */
export async function follow(
  connect: () => Promise<Response>,
  onMessage: OnMessage,
  signal: AbortSignal,
  onState?: OnState,
  onBeat: () => void = () => undefined,
): Promise<void> {
  let wait = firstWaitMs;
  const over = () => signal.aborted;
  while (!over()) {
    try {
      const response = await connect();
      onState?.('open');
      wait = firstWaitMs;
      await readMessages(response, onMessage, onBeat);
    } catch (failure) {
      if (over()) return;
      if (failure instanceof ApiError && (failure.sentAway || !failure.temporary)) throw failure;
    }
    if (over()) return;
    onState?.('lost');
    await pause(wait, signal);
    wait = Math.min(wait * 2, longestWaitMs);
  }
}

async function readMessages(
  response: Response,
  onMessage: OnMessage,
  onBeat: () => void,
): Promise<void> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const silence = setTimeout(() => void reader.cancel(), longestSilenceMs);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    onBeat();
    const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) tell(block, onMessage);
  }
}

function tell(block: string, onMessage: OnMessage): void {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, text = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = text;
    if (field === 'data') data.push(text);
  }
  if (data.length > 0) onMessage(name, JSON.parse(data.join('\n')));
}

/** Waits, or stops waiting when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
