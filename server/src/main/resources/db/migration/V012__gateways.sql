-- Meer dan een gateway: welke poging via welke ging, wie een bericht al weigerde, en een bericht per nummer tegelijk.

ALTER TABLE outbox
  ADD COLUMN last_gateway text,
  ADD COLUMN refused_by text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN outbox.last_gateway IS 'Waarlangs de laatste poging ging; leeg voor de eerste.';
COMMENT ON COLUMN outbox.refused_by IS 'Gateways die dit bericht voorgoed weigerden zonder dat het aan het nummer lag.';

-- Wat bij het bijwerken nog op verzenden stond, is zeker niet meer onderweg.
UPDATE outbox SET state = 'IN_DOUBT', claimed_by = NULL WHERE state = 'CLAIMED';
CREATE UNIQUE INDEX u_outbox_number_under_way ON outbox (number_match) WHERE state = 'CLAIMED';
COMMENT ON INDEX u_outbox_number_under_way IS 'Nooit twee berichten tegelijk naar een nummer, hoeveel verzenders er ook zijn.';

CREATE TABLE message_attempt (
  message_id  uuid NOT NULL REFERENCES outbox,
  attempt     integer NOT NULL,
  gateway     text NOT NULL,
  at          timestamptz NOT NULL,
  outcome     text NOT NULL,
  code        text,
  answered_at timestamptz,
  PRIMARY KEY (message_id, attempt),
  CONSTRAINT c_message_attempt_outcome CHECK (outcome IN
    ('SENDING', 'ACCEPTED', 'FAILED', 'REFUSED', 'THROTTLED', 'PERMANENT', 'IN_DOUBT'))
);
COMMENT ON TABLE message_attempt IS 'Elke poging, ook die mislukte: wanneer, waarlangs en wat ervan werd.';

CREATE INDEX i_outbox_double ON outbox (id) WHERE possible_double;
CREATE INDEX i_message_report_unknown ON message_report (at) WHERE state = 'UNKNOWN';
