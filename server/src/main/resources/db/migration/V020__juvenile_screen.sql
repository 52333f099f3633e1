-- Een tablet in handen van een jongere: dan kan zij alleen wat voor de jongere van deze zaak is.

CREATE TABLE juvenile_screen (
  device_id uuid PRIMARY KEY REFERENCES device,
  case_id   uuid NOT NULL REFERENCES case_file,
  worker_id uuid NOT NULL REFERENCES worker,
  since     timestamptz NOT NULL
);
COMMENT ON TABLE juvenile_screen IS 'Er is een regel zolang de jongere de tablet heeft; wie haar met pincode of wachtwoord opent, haalt de regel weg.';
COMMENT ON COLUMN juvenile_screen.worker_id IS 'Wie de tablet gaf en uitleg gaf.';
