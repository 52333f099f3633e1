-- Wat op een avond misgaat en hersteld wordt: een fout nummer, een verkeerd aangetikte jongere, een tweede feit.

ALTER TABLE guardian ADD COLUMN replaces uuid REFERENCES guardian;
ALTER TABLE guardian ADD COLUMN replaced_at timestamptz;
ALTER TABLE guardian ADD COLUMN replaced_reason text;
ALTER TABLE guardian DROP CONSTRAINT u_guardian_position;
CREATE UNIQUE INDEX u_guardian_position ON guardian (case_id, position) WHERE replaced_at IS NULL;
COMMENT ON COLUMN guardian.replaces IS 'Een verbeterd nummer is een nieuw contact; het oude blijft als geschiedenis staan.';

ALTER TABLE handover ADD COLUMN case_id uuid REFERENCES case_file DEFERRABLE INITIALLY DEFERRED;
UPDATE handover SET case_id = id WHERE state = 'RECEIVED';
CREATE INDEX i_handover_case ON handover (case_id);
CREATE INDEX i_handover_number ON handover (event_id, number);
CREATE INDEX i_handover_replaces ON handover (replaces);
COMMENT ON COLUMN handover.case_id IS 'De zaak waarin deze overdracht is ontvangen; een jongere met twee feiten heeft twee overdrachten en een zaak.';

ALTER TABLE case_file ALTER COLUMN identity_sealed DROP NOT NULL;
ALTER TABLE case_file ALTER COLUMN safety_sealed DROP NOT NULL;
ALTER TABLE case_file ADD COLUMN awaiting_since timestamptz;
ALTER TABLE case_file ADD CONSTRAINT c_case_file_awaiting
  CHECK ((awaiting_since IS NULL) = (identity_sealed IS NOT NULL)
     AND (identity_sealed IS NULL) = (safety_sealed IS NULL));
COMMENT ON COLUMN case_file.awaiting_since IS
  'Sinds wanneer de zaak op de bedoelde jongere wacht, omdat wat aan het loket was ingevuld bij een andere jongere hoorde.';
