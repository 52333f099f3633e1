-- Het bereiken van ouders: wie nu belt, wie er komt in plaats van een ouder die met rust blijft, en de brief.

CREATE TABLE call_claim (
  guardian_id uuid PRIMARY KEY REFERENCES guardian,
  worker_id   uuid NOT NULL REFERENCES worker,
  at          timestamptz NOT NULL,
  until       timestamptz NOT NULL
);
COMMENT ON TABLE call_claim IS 'Wie zei: ik bel. Na until is het weer ieders taak.';

CREATE TABLE guardian_substitute (
  guardian_id    uuid PRIMARY KEY REFERENCES guardian,
  who            text NOT NULL CHECK (who IN ('ADULT', 'SAFE_HOME', 'POLICE')),
  named_at       timestamptz NOT NULL,
  named_by       uuid REFERENCES worker,
  spoken_at      timestamptz,
  spoken_by      uuid REFERENCES worker,
  details_sealed bytea NOT NULL,
  CONSTRAINT c_guardian_substitute_spoken CHECK ((spoken_at IS NULL) = (spoken_by IS NULL))
);
COMMENT ON TABLE guardian_substitute IS 'Wie er komt in plaats van een ouder die niet gebeld mag worden.';

CREATE TABLE guardian_letter (
  id             uuid PRIMARY KEY,
  guardian_id    uuid NOT NULL REFERENCES guardian,
  at             timestamptz NOT NULL,
  worker_id      uuid NOT NULL REFERENCES worker,
  way            text NOT NULL CHECK (way IN ('HANDED_OVER', 'GIVEN_ALONG')),
  details_sealed bytea NOT NULL
);
CREATE INDEX i_guardian_letter_guardian ON guardian_letter (guardian_id, at);
COMMENT ON COLUMN guardian_letter.way IS
  'HANDED_OVER: aan de ouder zelf gegeven, en dan weet de ouder het. GIVEN_ALONG: iemand neemt hem mee.';
