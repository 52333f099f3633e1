-- Berichten (sms): wat verzonden moet worden, wat de gateway antwoordde, en wat zij later meldde.

CREATE TABLE outbox (
  id              uuid PRIMARY KEY,
  case_id         uuid NOT NULL,
  callback_key    text NOT NULL,
  priority        integer NOT NULL,
  body_sealed     bytea NOT NULL,
  number_match    bytea,
  parts           integer NOT NULL,
  state           text NOT NULL,
  state_at        timestamptz NOT NULL,
  enqueued_at     timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  claimed_by      text,
  doubts          integer NOT NULL DEFAULT 0,
  possible_double boolean NOT NULL DEFAULT false,
  code            text,
  CONSTRAINT c_outbox_state CHECK (state IN
    ('QUEUED', 'CLAIMED', 'ACCEPTED', 'DELIVERED', 'FAILED', 'EXPIRED', 'CANCELLED', 'IN_DOUBT'))
);
CREATE INDEX i_outbox_open ON outbox (priority DESC, due_at) WHERE state IN ('QUEUED', 'IN_DOUBT');
CREATE INDEX i_outbox_claimed ON outbox (state_at) WHERE state = 'CLAIMED';
CREATE INDEX i_outbox_in_doubt ON outbox (number_match) WHERE state = 'IN_DOUBT';
CREATE INDEX i_outbox_callback ON outbox (callback_key);
CREATE INDEX i_outbox_case ON outbox (case_id);
COMMENT ON TABLE outbox IS 'Een regel per bericht, geschreven in de transactie van de aanleiding. Nummer en tekst zijn verzegeld onder de zaaksleutel.';
COMMENT ON COLUMN outbox.number_match IS 'HMAC van het nummer, om een melding zonder bekend kenmerk te herkennen; leeg na het wissen van de zaak.';

CREATE TABLE outbox_cancel (
  message_id uuid PRIMARY KEY,
  at         timestamptz NOT NULL
);
COMMENT ON TABLE outbox_cancel IS 'Ingetrokken berichten. Een eigen tabel, zodat intrekken nooit op de verzender wacht.';

CREATE TABLE message_part (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id  uuid NOT NULL REFERENCES outbox,
  attempt     integer NOT NULL,
  part        integer NOT NULL,
  gateway     text NOT NULL,
  provider_id text NOT NULL,
  CONSTRAINT u_message_part UNIQUE (message_id, attempt, part)
);
CREATE INDEX i_message_part_provider ON message_part (gateway, provider_id);
COMMENT ON TABLE message_part IS 'Kenmerken die de gateway gaf: een per deel van een bericht, per poging.';

CREATE TABLE message_report (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gateway      text NOT NULL,
  provider_id  text NOT NULL,
  state        text NOT NULL,
  code         text NOT NULL,
  at           timestamptz NOT NULL,
  number_match bytea,
  part_id      bigint REFERENCES message_part,
  CONSTRAINT u_message_report UNIQUE (gateway, provider_id, state, code)
);
CREATE INDEX i_message_report_part ON message_report (part_id);
CREATE INDEX i_message_report_parked ON message_report (gateway, number_match) WHERE part_id IS NULL;
COMMENT ON COLUMN message_report.part_id IS 'Leeg zolang het kenmerk nog niet bij een bericht hoort: de melding staat geparkeerd.';
