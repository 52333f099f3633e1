// An SMPP gateway this project did not write (npm smpp), for the tests of nl.haltloket.notify.
// Prints one JSON line per happening; takes behaviour as JSON lines on stdin, which hold from then on:
//   {"deliverAfterMs": 20 | null}     report delivered after so long, or never
//   {"early": true}                   report before the submit is answered
//   {"times": 2}                      report so often
//   {"stat": "UNDELIV", "err": "020"} what the report says
//   {"idAs": "decimal"}               report the id in decimal while the answer was hexadecimal
//   {"refuseBind": true}              refuse binds
//   {"status": 88, "count": 2}        answer so many submits with this command status
//   {"silent": 1}                     leave so many submits without answer (with "early": but report them)
//   {"muteBind": true}                leave binds without answer
//   {"vanish": true}                  stop listening and drop all connections
//   {"return": true}                  listen again on the same port
//   {"garbage": "ffff"}               send these bytes (hex) on all connections now
//   {"reset": true}                   behave well again, as at the start
//   {"answerAfterMs": 30}             answer submits after so long
//   {"muteLink": true}                leave enquire_links without answer
//   {"hold": true | false}            hold the answers back, and give them all
//   {"unbind": true}                  say goodbye on all connections now
//   {"drop": true}                    drop all connections now
//   {"report": {"id": "x", "to": "31612345678"}}  report this now
//   {"chaos": {"seed": 1, "shares": {"mute": 0.01}}}  let messages meet faults by chance: see smpp-chaos.mjs
//   {"mo": {"from": "31612345678", "to": "3197001", "coding": 0, "esm": 0, "hex": "48616c6c6f", "sar": [7, 2, 1]}}
//                                     bring this text from a phone now; the answer is told as "mo"
// With SMPP_TLS_CERT and SMPP_TLS_KEY (PEM files) it speaks TLS; SMPP_HOST is another loopback address to listen on.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { Chaos, Owed } from './smpp-chaos.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const modules = process.env.SMPP_MODULES ?? path.resolve(here, '../../../../kiosk/node_modules');
const smpp = createRequire(path.join(modules, 'resolve.cjs'))('smpp');

const good = {
  deliverAfterMs: 10, times: 1, stat: 'DELIVRD', err: '000', idAs: 'hex', silent: 0, count: 0, early: false,
  refuseBind: false, muteBind: false, hold: false, answerAfterMs: 0, muteLink: false,
};
const behaviour = { ...good };
const sessions = new Set();
const held = [];
let open = 0;
let lastId = 0x793d87c0;
let port;
let chaos;

const say = (happening) => process.stdout.write(JSON.stringify(happening) + '\n');

function report(session, id, to, answered = () => {}) {
  const shown = behaviour.idAs === 'decimal' ? String(parseInt(id, 16)) : id;
  const text = `id:${shown} sub:001 dlvrd:001 submit date:2611221200 done date:2611221200 ` +
    `stat:${behaviour.stat} err:${behaviour.err} text:Halt`;
  for (let i = 0; i < behaviour.times; i++) {
    session.deliver_sm(
      { source_addr: to, destination_addr: 'Halt', esm_class: 4, data_coding: 0, short_message: Buffer.from(text, 'latin1') },
      (answer) => {
        say({ happening: 'reported', id: shown, status: answer.command_status });
        answered(answer.command_status);
      },
    );
  }
}

const owed = new Owed(sessions, (session, { id, to }, answered) => report(session, id, to, answered));

// The message meets what chance has for it.
function meet(fate, session, pdu, id) {
  if (fate.breaks) return session.destroy();
  if (fate.status) return session.send(pdu.response({ command_status: fate.status }));
  if (fate.answerAfterMs !== undefined) {
    setTimeout(() => sessions.has(session) && session.send(pdu.response({ message_id: id })), fate.answerAfterMs);
  }
  for (const ms of fate.reports ?? []) owed.later({ id, to: pdu.destination_addr }, ms);
}

function submit(session, pdu) {
  const id = (++lastId).toString(16);
  open++;
  const message = pdu.short_message;
  const fate = chaos?.next();
  const udh = message.udh ? Buffer.concat(message.udh).toString('hex') : '';
  say({
    happening: 'submit', id, from: pdu.source_addr, fromTon: pdu.source_addr_ton, to: pdu.destination_addr,
    toTon: pdu.dest_addr_ton, text: message.message, coding: pdu.data_coding, udh,
    registered: pdu.registered_delivery, validity: pdu.validity_period, priority: pdu.priority_flag,
    fate: fate?.name, unanswered: open, taken: fate ? fate.taken : behaviour.count === 0,
  });
  if (fate) return meet(fate, session, pdu, id);
  if (behaviour.count > 0) {
    behaviour.count--;
    open--;
    session.send(pdu.response({ command_status: behaviour.status }));
    return;
  }
  if (behaviour.early) report(session, id, pdu.destination_addr);
  if (behaviour.silent > 0) {
    behaviour.silent--;
    return;
  }
  if (behaviour.hold) {
    say({ happening: 'held' });
    held.push(() => answer(session, pdu, id));
    return;
  }
  answer(session, pdu, id);
}

function answer(session, pdu, id) {
  // An early report is really earlier: the answer waits until the network had time to carry it.
  setTimeout(() => {
    open--;
    session.send(pdu.response({ message_id: id }));
  }, behaviour.early ? 50 : behaviour.answerAfterMs);
  if (!behaviour.early && behaviour.deliverAfterMs !== null) {
    setTimeout(() => report(session, id, pdu.destination_addr), behaviour.deliverAfterMs);
  }
}

function bring(session, { from, to, coding, esm, hex, sar }) {
  const parts = sar ? { sar_msg_ref_num: sar[0], sar_total_segments: sar[1], sar_segment_seqnum: sar[2] } : {};
  session.deliver_sm(
    {
      source_addr: from, source_addr_ton: 1, destination_addr: to, esm_class: esm ?? 0, data_coding: coding ?? 0,
      short_message: Buffer.from(hex, 'hex'), ...parts,
    },
    (answer) => say({ happening: 'mo', status: answer.command_status }),
  );
}

const { SMPP_TLS_CERT: cert, SMPP_TLS_KEY: key, SMPP_HOST: host = '127.0.0.1' } = process.env;
const tls = cert ? { cert: readFileSync(cert), key: readFileSync(key) } : {};
const server = smpp.createServer(tls, (session) => {
  sessions.add(session);
  session.on('error', () => {});
  session.on('close', () => {
    sessions.delete(session);
    say({ happening: 'closed' });
  });
  session.on('bind_transceiver', (pdu) => {
    say({ happening: 'bind', systemId: pdu.system_id, version: pdu.interface_version, refused: !!behaviour.refuseBind });
    if (behaviour.muteBind) return;
    session.send(pdu.response({ command_status: behaviour.refuseBind ? 0x0d : 0, system_id: 'peer' }));
    session.bound = !behaviour.refuseBind;
    owed.again();
  });
  session.on('enquire_link', (pdu) => {
    say({ happening: 'enquire_link' });
    if (!behaviour.muteLink) session.send(pdu.response());
  });
  session.on('unbind', (pdu) => {
    say({ happening: 'unbind' });
    session.send(pdu.response());
    session.close();
  });
  session.on('submit_sm', (pdu) => submit(session, pdu));
});

createInterface({ input: process.stdin }).on('line', (line) => {
  const { drop, vanish, return: back, garbage, report: now, mo, unbind, reset, chaos: chances, ...change } =
    JSON.parse(line);
  Object.assign(behaviour, reset ? good : {}, change);
  if (chances) chaos = new Chaos(chances);
  if (vanish) server.close();
  if (garbage) sessions.forEach((session) => session.socket.write(Buffer.from(garbage, 'hex')));
  if (drop || vanish) sessions.forEach((session) => session.destroy());
  if (mo) sessions.forEach((session) => bring(session, mo));
  if (unbind) sessions.forEach((session) => session.unbind(() => session.close()));
  if (now) sessions.forEach((session) => report(session, now.id, now.to));
  if (!behaviour.hold) held.splice(0).forEach((give) => give());
  if (back && !server.listening) server.listen(port, host, () => say({ happening: 'obeyed' }));
  else say({ happening: 'obeyed' });
}).on('close', () => process.exit(0));

server.listen(0, host, () => {
  port ??= server.address().port;
  say({ happening: 'listening', port });
});
