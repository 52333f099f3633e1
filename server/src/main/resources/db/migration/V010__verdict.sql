-- Wat de regels van een overdracht zeggen, elk oordeel naast het vorige; en wat mensen daarop besloten.
-- Kolommen *_sealed zijn AES-256-GCM onder de sleutel van de overdracht of van de zaak waarin zij is ontvangen.

CREATE TABLE verdict (
  handover_id      uuid NOT NULL REFERENCES handover,
  sequence         integer NOT NULL CHECK (sequence > 0),
  cause            text NOT NULL CHECK (cause IN ('SUBMITTED', 'RECEIVED', 'APPROVED', 'CORRECTED')),
  at               timestamptz NOT NULL,
  rules_version    text NOT NULL,
  offences_version text NOT NULL,
  verdict_sealed   bytea NOT NULL,
  PRIMARY KEY (handover_id, sequence)
);
COMMENT ON TABLE verdict IS 'Het jongste oordeel geldt. Wat niet over deze jongere bleek te gaan, wordt verwijderd.';
COMMENT ON COLUMN verdict.verdict_sealed IS 'Het oordeel met zijn redenen, en de vingerafdruk van de feiten waarop het rust.';

CREATE TABLE approval (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES case_file,
  recorded_at    timestamptz NOT NULL,
  recorded_by    uuid NOT NULL REFERENCES worker,
  details_sealed bytea NOT NULL,
  void_since     timestamptz
);
CREATE INDEX i_approval_case ON approval (case_id, recorded_at);
COMMENT ON TABLE approval IS 'Wat de hulpofficier of de officier van justitie besliste: wie, wanneer, kenmerk, wel of niet akkoord.';
COMMENT ON COLUMN approval.void_since IS 'Sinds wanneer dit besluit niet meer telt, omdat de zaak bij een andere jongere bleek te horen.';

CREATE TABLE verdict_override (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES case_file,
  recorded_at    timestamptz NOT NULL,
  recorded_by    uuid NOT NULL REFERENCES worker,
  details_sealed bytea NOT NULL,
  void_since     timestamptz
);
CREATE INDEX i_verdict_override_case ON verdict_override (case_id, recorded_at);
COMMENT ON TABLE verdict_override IS 'Een medewerker die anders besloot dan de regels: welk oordeel, welke reden, met eigen woorden.';
