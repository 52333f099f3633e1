-- Elke opgave geldt een keer. Wat hier staat is toeval en geen persoonsgegeven.

CREATE TABLE challenge_use (
  nonce   bytea PRIMARY KEY,
  used_at timestamptz NOT NULL
);
CREATE INDEX i_challenge_use_at ON challenge_use (used_at);
COMMENT ON TABLE challenge_use IS 'Opgaven waarmee al een toegangsbewijs is gehaald; na een uur weg, want een opgave geldt twee minuten.';
