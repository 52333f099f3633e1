// Faults by chance for the gateway of smpp-peer.mjs, the same ones in each run with the same seed: each message that is
// submitted meets at most one. `taken` says whether it went to the phone, which is what a double is counted by.
const FATES = {
  busy: { taken: false, status: 0x08 },
  throttle: { taken: false, status: 0x58 },
  wrongNumber: { taken: false, status: 0x0b },
  noRoad: { taken: false, status: 0x0a },
  swallow: { taken: false },
  mute: { taken: true },
  muteButReport: { taken: true, reports: [300] },
  breakBefore: { taken: false, breaks: true },
  breakAfter: { taken: true, breaks: true },
  early: { taken: true, answerAfterMs: 50, reports: [0] },
  late: { taken: true, answerAfterMs: 0, reports: [3000] },
  twice: { taken: true, answerAfterMs: 0, reports: [20, 40] },
  never: { taken: true, answerAfterMs: 0 },
  well: { taken: true, answerAfterMs: 0, reports: [20] },
};

// Mulberry32, a public-domain generator: 32 bits of state are plenty for ten thousand draws.
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Chaos {
  #draw;
  #shares;

  // shares: of all messages, by name of the fate; the rest goes well
  constructor({ seed, shares }) {
    const unknown = Object.keys(shares).filter((name) => !(name in FATES));
    if (unknown.length > 0) throw new Error(`No such fate: ${unknown}`);
    this.#draw = generator(seed);
    this.#shares = Object.entries(shares);
  }

  next() {
    let left = this.#draw();
    for (const [name, share] of this.#shares) {
      left -= share;
      if (left < 0) return { name, ...FATES[name] };
    }
    return { name: 'well', ...FATES.well };
  }
}

// Reports as a provider owes them: offered on whatever connection there is, and again until one was taken.
export class Owed {
  #offer;
  #sessions;
  #open = new Set();
  #turn = 0;

  // offer(session, report, answered): answered gets the command status
  constructor(sessions, offer) {
    this.#sessions = sessions;
    this.#offer = offer;
  }

  later(report, ms) {
    setTimeout(() => {
      const one = { report, by: undefined };
      this.#open.add(one);
      this.#give(one);
    }, ms);
  }

  // A new connection: what no living one carries is offered on it.
  again() {
    for (const one of this.#open) {
      if (!this.#sessions.has(one.by)) this.#give(one);
    }
  }

  #give(one) {
    const living = [...this.#sessions].filter((session) => session.bound);
    one.by = living[this.#turn++ % living.length];
    if (!one.by) return;
    this.#offer(one.by, one.report, (status) => {
      if (status === 0) this.#open.delete(one);
      else setTimeout(() => this.#give(one), 200);
    });
  }
}
