-- Elke opgave geldt een keer. Wat hier staat is toeval en geen persoonsgegeven. En een klok kan jaren fout staan.

CREATE TABLE challenge_use (
  nonce   bytea PRIMARY KEY,
  used_at timestamptz NOT NULL
);
CREATE INDEX i_challenge_use_at ON challenge_use (used_at);
COMMENT ON TABLE challenge_use IS 'Opgaven waarmee al een toegangsbewijs is gehaald; na een uur weg, want een opgave geldt twee minuten.';

ALTER TABLE handover ALTER COLUMN clock_offset_ms TYPE bigint;
COMMENT ON COLUMN handover.captured_at IS 'Wanneer de verwijzer haar maakte, naar de klok van het loket.';
COMMENT ON COLUMN handover.clock_offset_ms IS 'Hoe ver de klok van de telefoon voor liep, zoals zij het mat; 0 als zij dat niet kon.';
