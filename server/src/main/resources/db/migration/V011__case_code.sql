-- De viercijferige code van een zaak, waarmee een ouder haar noemt zonder een naam te noemen.

CREATE TABLE case_code (
  case_id uuid PRIMARY KEY REFERENCES handover ON DELETE CASCADE,
  code    text NOT NULL CHECK (code ~ '^[0-9]{4}$'),
  CONSTRAINT u_case_code UNIQUE (code)
);
COMMENT ON TABLE case_code IS 'Staat in sms-berichten en zegt niets over wie het gaat; weg met de zaak.';
