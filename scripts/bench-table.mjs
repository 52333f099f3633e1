// Prints the figures of one run of `scripts/bench smoke` as the tables of docs/measurements.md.
import { readFileSync } from 'node:fs';

const figures = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} kB`;
const load = (name, { perSecond, p50ms, p99ms, count }) =>
  `| ${name} | ${count} | ${Math.round(perSecond)} | ${p50ms} ms | ${p99ms} ms |`;

console.log(`
| what | figure |
|---|---|
| \`scripts/run\` to READY, empty data directory | ${seconds(figures.firstReadyMs)} |
| \`scripts/run\` to READY, later starts | ${figures.laterReadyMs.map(seconds).join(', ')} |
| Java process, idle / after the load (PSS) | ${figures.javaIdleMb} MB / ${figures.javaLoadedMb} MB |
| PostgreSQL, all processes, idle / after the load (PSS) | ${figures.postgresIdleMb} MB / ${figures.postgresLoadedMb} MB |
| phone, bytes before the first screen | ${kilobytes(figures.phoneFirstBytes)} |
| phone, bytes with camera reader, fonts and all | ${kilobytes(figures.phoneWholeBytes)} |

| receipt to text at the gateway | count | per second | p50 | p99 |
|---|---|---|---|---|
${load('one after the other', figures.receiptToText)}

| ${figures.users} users, ${figures.envelopeBytes} bytes a handover | count | per second | p50 | p99 |
|---|---|---|---|---|
${load('pgbench, the insert alone', figures.pgbench)}
${load('bare Vert.x, POST to insert', figures.bareVertx)}
${load('`POST /handovers`', figures.handovers)}

\`POST /handovers\` does ${figures.handoversToBareVertx} of what bare Vert.x does, which does ${figures.bareVertxToPgbench} of what
pgbench does.
`);
