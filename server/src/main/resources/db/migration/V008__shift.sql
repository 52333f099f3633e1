-- Een avond met meer medewerkers per tablet: pincode, sessies die op slot gaan, eenmalig wachtwoord, blokkade.

ALTER TABLE worker
  ADD COLUMN pin_hash          text,
  ADD COLUMN password_one_time boolean NOT NULL DEFAULT false,
  ADD COLUMN blocked_at        timestamptz;
COMMENT ON COLUMN worker.pin_hash IS 'Argon2id; leeg tot de medewerker zelf een pincode koos.';
COMMENT ON COLUMN worker.password_one_time IS 'Gegeven door een ander: bij het aanmelden wordt eerst een eigen wachtwoord gekozen.';

ALTER TABLE worker_session
  ADD COLUMN locked_at    timestamptz,
  ADD COLUMN pin_failures integer NOT NULL DEFAULT 0;

DROP INDEX u_worker_session_open;
CREATE UNIQUE INDEX u_worker_session_open ON worker_session (device_id, worker_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX u_worker_session_unlocked ON worker_session (device_id)
  WHERE ended_at IS NULL AND locked_at IS NULL;
CREATE INDEX i_worker_session_worker ON worker_session (worker_id) WHERE ended_at IS NULL;
