import { measureVerdicts, throttling } from './verdict.js';

const { verdicts, p50, p99, worst } = await measureVerdicts(200);
const [middle, most, last] = [p50, p99, worst].map((each) => each.toFixed(1));
console.log(
  `${verdicts} verdicts in Chromium, ${throttling}x slowed down: ` +
    `p50 ${middle} ms, p99 ${most} ms, worst ${last} ms`,
);
