-- Overdrachten die binnenkwamen terwijl het loket op slot was: verzegeld, niemand kon ze toen lezen.

CREATE TABLE parked_handover (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id       uuid NOT NULL REFERENCES pop_up_event,
  sealed         bytea NOT NULL,
  sealed_hash    bytea NOT NULL,
  parked_at      timestamptz NOT NULL,
  refused_at     timestamptz,
  refusal_code   text,
  refusal_title  text,
  CONSTRAINT u_parked_handover_hash UNIQUE (event_id, sealed_hash)
);
CREATE INDEX i_parked_handover_waiting ON parked_handover (event_id, id) WHERE refused_at IS NULL;
COMMENT ON TABLE parked_handover IS 'Na het openen verwerkt en verwijderd; wat werd geweigerd blijft staan met de reden.';
