import { api, type Api } from './api.js';
import { fromBase64Url, sha256Hex, toBase64Url } from './bytes.js';
import { clock } from './clock.js';
import type { Enrolled, Mandate, PopUp, Profile, Token, WorkerName } from './contract.js';
import { uuidv7 } from './ids.js';
import { session, type Session } from './session.js';
import { store, type DeviceRecord } from './store.js';

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
const signing = { name: 'ECDSA', hash: 'SHA-256' };
const current = 'current';

/** With what a device may be enrolled. */
export type Credentials =
  { readonly token: string } | { readonly login: string; readonly password: string };

export interface EnrolOptions {
  /** What people call this device. */
  readonly label: string;
  readonly drillConfirmed: boolean;
  /** First 16 hex digits of the SHA-256 of the loket's seal key, from the join QR. */
  readonly sealKeyHash?: string;
}

/** Who this device is, once enrolled. */
export interface Identity {
  readonly deviceId: string;
  readonly profile: Profile;
  readonly label: string;
  readonly mandate: Mandate;
  readonly worker?: WorkerName;
}

/** The loket that answered is not the one that made the join QR. */
export class WrongLoketError extends Error {
  override readonly name = 'WrongLoketError';
}

/** The identity of this device: a P-256 key pair that cannot leave the browser, and its mandate. */
export class Device {
  #record: DeviceRecord | undefined;
  readonly #api: Api;
  readonly #session: Session;

  constructor(server: Api, tokens: Session) {
    this.#api = server;
    this.#session = tokens;
  }

  /** Undefined as long as the device is not enrolled. */
  get current(): Identity | undefined {
    if (!this.#record) return undefined;
    const { deviceId, profile, label, mandate } = this.#record;
    const { worker } = this.#session;
    return { deviceId, profile, label, mandate, ...(worker ? { worker } : {}) };
  }

  /** Reads what this device knew before the page was loaded. Call once, first. */
  async load(): Promise<Identity | undefined> {
    this.#use(await (await store()).get('device', current));
    return this.current;
  }

  /** @throws ApiError when refused, WrongLoketError when the seal key is not the promised one */
  async enrol(credentials: Credentials, options: EnrolOptions): Promise<Identity> {
    const deviceId = uuidv7();
    const keys = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
    const publicKey = await publicPoint(keys);
    const secret = 'token' in credentials ? credentials.token.toUpperCase() : credentials.login;
    const proof = await signText(keys, `halt-loket/enrol/1|${deviceId}|${secret}|${publicKey}`);
    const { label, drillConfirmed } = options;
    const body = { id: deviceId, publicKey, proof, label, drillConfirmed, ...credentials };
    const { token, mandate } = await this.#api.anonymous<Enrolled>('POST', '/devices', body);
    await checkSealKey(mandate, options.sealKeyHash);
    const record = { deviceId: token.deviceId, profile: token.profile, label, keys, mandate };
    await this.#keep(record);
    this.#session.adopt(token);
    return this.#identity();
  }

  /** @returns a fresh token for this device @throws ApiError */
  async renew(): Promise<Token> {
    const { deviceId, keys } = this.#enrolled();
    const path = `/devices/${deviceId}`;
    const made = await this.#api.anonymous<{ challenge: string }>('POST', `${path}/challenges`);
    const text = `halt-loket/token/1|${deviceId}|${made.challenge}`;
    const body = { challenge: made.challenge, signature: await signText(keys, text) };
    return this.#api.anonymous<Token>('POST', `${path}/tokens`, body);
  }

  /** Fetches the mandate anew and keeps it. @throws ApiError */
  async refreshMandate(): Promise<Mandate> {
    const mandate = await this.#api.get<Mandate>('/mandates/current');
    await this.#keep({ ...this.#enrolled(), mandate });
    clock.observe(Date.parse(mandate.event.serverTime), 250);
    return mandate;
  }

  /** Signs a worker in on this device. @throws ApiError */
  async signIn(login: string, password: string): Promise<WorkerName | undefined> {
    this.#session.adopt(await this.#api.send<Token>('POST', '/sessions', { login, password }));
    return this.#session.worker;
  }

  /** Closes the screen; its worker opens it again by PIN. @throws ApiError */
  async lock(): Promise<void> {
    this.#session.adopt(await this.#api.send<Token>('POST', '/sessions/current/lock'));
  }

  /** Gives this tablet to the juvenile of a case; a worker has it back by PIN. @throws ApiError */
  async giveToJuvenile(caseId: string): Promise<void> {
    const path = '/sessions/current/juvenile';
    this.#session.adopt(await this.#api.send<Token>('POST', path, { caseId }));
  }

  /** Gives the screen to a worker who is signed in here. @throws ApiError */
  async unlock(sessionId: string, pin: string): Promise<void> {
    const path = `/sessions/${sessionId}/unlock`;
    this.#session.adopt(await this.#api.send<Token>('POST', path, { pin }));
  }

  /** Keeps what the worker chose. @throws ApiError when it is too easy */
  async choose(secrets: { password?: string; pin?: string }): Promise<void> {
    this.#session.adopt(await this.#api.send<Token>('PUT', '/sessions/current/secrets', secrets));
  }

  /** Signs the worker out; the device stays enrolled. @throws ApiError */
  async signOut(): Promise<void> {
    this.#session.adopt(await this.#api.send<Token>('DELETE', '/sessions/current'));
  }

  /** Signs bytes with the key of this device. @returns r and s, 64 bytes */
  async sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    return sign(this.#enrolled().keys, bytes);
  }

  /** Makes this device a stranger again; what is still to be sent stays where it is. */
  async forget(): Promise<void> {
    await (await store()).delete('device', current);
    this.#use(undefined);
    this.#session.adopt(undefined);
  }

  async #keep(record: DeviceRecord): Promise<void> {
    await (await store()).put('device', record, current);
    this.#use(record);
  }

  #use(record: DeviceRecord | undefined): void {
    this.#record = record;
    if (record) this.#session.renewer = () => this.renew();
    else delete this.#session.renewer;
  }

  #enrolled(): DeviceRecord {
    if (!this.#record) throw new Error('this device is not enrolled');
    return this.#record;
  }

  #identity(): Identity {
    if (!this.current) throw new Error('this device is not enrolled');
    return this.current;
  }
}

/** The pop-up of this loket, also for a device not enrolled. @throws ApiError */
export async function currentPopUp(): Promise<PopUp> {
  const popUp = await api.anonymous<PopUp>('GET', '/events/current');
  clock.observe(Date.parse(popUp.serverTime), 250);
  return popUp;
}

async function checkSealKey(mandate: Mandate, expected: string | undefined): Promise<void> {
  if (!expected) return;
  const actual = await sha256Hex(fromBase64Url(mandate.sealKey));
  if (!actual.startsWith(expected)) throw new WrongLoketError('the seal key is another one');
}

async function publicPoint({ publicKey }: CryptoKeyPair): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}

async function signText(keys: CryptoKeyPair, text: string): Promise<string> {
  return toBase64Url(await sign(keys, new TextEncoder().encode(text)));
}

async function sign(
  keys: CryptoKeyPair,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign(signing, keys.privateKey, bytes));
}

/** The device that this page runs on. */
export const device = new Device(api, session);
