// Prints the figures of one run of `scripts/bench sms` as the tables of docs/measurements.md.
import { readFileSync } from 'node:fs';

const { cold, calm, hangs, dies, drain, kills, missed } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const paced = (name, { count, p50ms, p99ms, maxMs }, target) =>
  `| ${name} | ${count} | ${p50ms} ms | ${p99ms} ms | ${maxMs} ms | ${target} |`;
const listed = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

if (calm) {
  console.log(`
| receipt to gateway, 25 a second | count | p50 | p99 | slowest | promised |
|---|---|---|---|---|---|
${paced('both gateways live, the first minute of a server', cold, 'none: the compiler is still at work')}
${paced('both gateways live', calm, 'p50 1 s, p99 5 s')}
${paced('the first hangs halfway', hangs, 'p99 15 s')}
${paced('the first dies halfway', dies, 'p99 15 s')}`);
}
if (drain) {
  const { busy } = drain;
  console.log(`
| a full outbox of ${drain.messages} | per second |
|---|---|
| bare jsmpp loop, same gateway and window | ${Math.round(drain.barePerSecond)} |
| durable commits one after another, same PostgreSQL | ${Math.round(drain.commitsPerSecond)} |
| the loket | ${Math.round(drain.perSecond)} |

The loket does ${drain.toBare} of the bare loop. It writes ${busy.transactionsPerMessage} transactions a message, which is
${drain.toCommits} of what commits one after another would give. Cores: ${listed(busy.cores)}.

| what connections wait for | connections, mean | part of the looks |
|---|---|---|`);
  for (const [what, { connections, share }] of Object.entries(busy.waits).sort(([, a], [, b]) => b.share - a.share)) {
    console.log(`| ${what} | ${connections} | ${share} |`);
  }
}
if (kills) {
  console.log(`
| ${kills.messages} texts, ${kills.kills} times kill -9, ${kills.nodes} senders, two gateways with faults | |
|---|---|
| time | ${kills.seconds} s |
| submits | ${kills.submitted}: ${listed(kills.fates)} |
| end | ${listed(kills.states)} |
| lost | ${kills.lost} |
| refused for good by the gateway | ${kills.refused} |
| doubles after a kill | ${kills.doublesByDeath}, at most ${kills.underWay} x ${kills.kills} allowed |
| doubles after a fault of the gateway | ${kills.doublesByFault} |
| doubles the outbox does not know | ${kills.unrecorded} |
| texts the outbox calls a possible double | ${kills.flagged} |`);
}
console.log(missed.length === 0 ? '\nAll that was promised was kept.\n' : `\nMissed:\n${missed.map((one) => `- ${one}`).join('\n')}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
