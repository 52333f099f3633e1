-- Rechtenkaart, aanbod, besluiten en handtekeningen. Kolommen *_sealed zijn AES-256-GCM onder de zaaksleutel.

ALTER TABLE case_file ADD COLUMN fit boolean;
ALTER TABLE case_file ADD COLUMN progress_sealed bytea;
COMMENT ON COLUMN case_file.fit IS 'Het laatste woord van het loket of de jongere aanspreekbaar is; leeg als het loket daar niets over zei.';
COMMENT ON COLUMN case_file.progress_sealed IS 'Wat van aanbod, besluiten en afspraak meetelt in het oordeel.';

CREATE TABLE rights_shown (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES case_file,
  shown_at       timestamptz NOT NULL,
  shown_by       uuid NOT NULL REFERENCES worker,
  details_sealed bytea NOT NULL
);
CREATE INDEX i_rights_shown_case ON rights_shown (case_id, shown_at);
COMMENT ON TABLE rights_shown IS 'Dat de rechtenkaart is getoond: taal, versie, hoe, voorgelezen, tolk. Daarvoor wordt de jongere niets gevraagd.';

CREATE TABLE offer (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES case_file,
  handed_at      timestamptz NOT NULL,
  handed_by      uuid NOT NULL REFERENCES worker,
  details_sealed bytea NOT NULL
);
CREATE INDEX i_offer_case ON offer (case_id, handed_at);
COMMENT ON TABLE offer IS 'Het schriftelijke aanbod dat is gegeven: taal, versie, hoe, voorgelezen, tolk (Wetboek van Strafrecht art. 77e lid 2).';

CREATE TABLE decision (
  id                uuid PRIMARY KEY,
  case_id           uuid NOT NULL REFERENCES case_file,
  decided_at        timestamptz NOT NULL,
  recorded_by       uuid NOT NULL REFERENCES worker,
  details_sealed    bytea NOT NULL,
  withdrawn_at      timestamptz,
  withdrawn_by      uuid REFERENCES worker,
  withdrawal_sealed bytea
);
CREATE INDEX i_decision_case ON decision (case_id, decided_at);
COMMENT ON TABLE decision IS 'Wie waarmee instemde of wat weigerde, per doel en per persoon; een later besluit staat naast het eerdere.';

CREATE TABLE decision_signature (
  decision_id      uuid PRIMARY KEY REFERENCES decision,
  case_id          uuid NOT NULL REFERENCES case_file,
  device_id        uuid NOT NULL REFERENCES device,
  statement_hash   bytea NOT NULL,
  statement_sealed bytea NOT NULL,
  text_sealed      bytea NOT NULL,
  image_sealed     bytea NOT NULL,
  countersigned    bytea NOT NULL,
  kiosk_key        bytea NOT NULL,
  CONSTRAINT u_decision_signature_statement UNIQUE (statement_hash)
);
CREATE INDEX i_decision_signature_case ON decision_signature (case_id);
COMMENT ON TABLE decision_signature IS 'Een handtekening op het scherm, gebonden aan precies wat is getoond. Hoe snel iemand tekende, wordt nergens bewaard.';
COMMENT ON COLUMN decision_signature.countersigned IS 'COSE_Sign1 van het loket over zaak, besluit en de SHA-256 van elke verzegelde kolom: een wijziging blijkt zonder sleutel.';
COMMENT ON COLUMN decision_signature.kiosk_key IS 'Openbare sleutel (P-256) waarmee het loket medeondertekende.';

ALTER TABLE verdict DROP CONSTRAINT verdict_cause_check;
ALTER TABLE verdict ADD CONSTRAINT c_verdict_cause
  CHECK (cause IN ('SUBMITTED', 'RECEIVED', 'APPROVED', 'CORRECTED', 'PROGRESSED'));
