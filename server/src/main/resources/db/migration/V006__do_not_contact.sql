-- Nummers die geen sms en geen telefoontje mogen krijgen, bij welke zaak ook.

CREATE TABLE do_not_contact (
  case_id      uuid NOT NULL,
  number_match bytea NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (case_id, number_match)
);
CREATE INDEX i_do_not_contact_number ON do_not_contact (number_match);
CREATE INDEX i_outbox_number_waiting ON outbox (number_match) WHERE state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT');
COMMENT ON TABLE do_not_contact IS 'Het nummer staat er niet in, alleen de HMAC ervan; de regel gaat weg met de zaak die haar zette.';
