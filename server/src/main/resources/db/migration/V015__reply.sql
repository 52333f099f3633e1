-- Sms-berichten die mensen aan het loket sturen, en waar ze horen.

CREATE TABLE reply (
  id             uuid PRIMARY KEY,
  event_id       uuid NOT NULL REFERENCES pop_up_event,
  gateway        text NOT NULL,
  provider_id    text,
  double_match   bytea,
  number_match   bytea,
  state          text NOT NULL,
  cause          text NOT NULL,
  case_id        uuid REFERENCES case_file,
  suggested      uuid[] NOT NULL DEFAULT '{}',
  body_sealed    bytea NOT NULL,
  at             timestamptz NOT NULL,
  asked_at       timestamptz,
  decided_at     timestamptz,
  decided_by     uuid REFERENCES worker,
  reason         text,
  read_at        timestamptz,
  CONSTRAINT u_reply_provider UNIQUE (gateway, provider_id),
  CONSTRAINT u_reply_double UNIQUE (double_match),
  CONSTRAINT c_reply_one_mark CHECK (provider_id IS NULL OR double_match IS NULL),
  CONSTRAINT c_reply_state CHECK (state IN ('TRIAGE', 'LINKED', 'DISMISSED')),
  CONSTRAINT c_reply_case CHECK ((state = 'LINKED') = (case_id IS NOT NULL)),
  CONSTRAINT c_reply_reason CHECK ((state = 'DISMISSED') = (reason IS NOT NULL))
);
CREATE INDEX i_reply_case ON reply (case_id, at);
CREATE INDEX i_reply_triage ON reply (event_id, at) WHERE state = 'TRIAGE';
CREATE INDEX i_reply_number ON reply (number_match, asked_at);
CREATE INDEX i_reply_decided_by ON reply (decided_by);
CREATE INDEX i_outbox_number_case ON outbox (number_match);
COMMENT ON TABLE reply IS 'Nummer en tekst zijn verzegeld: onder de zaaksleutel zolang het bericht bij een zaak hoort, anders onder de evenementsleutel. Met die sleutel wordt bij het sluiten van het evenement al het overige onleesbaar.';
COMMENT ON COLUMN reply.double_match IS 'HMAC van nummer, tekst en minuut, als de centrale zelf geen kenmerk geeft; zo telt hetzelfde bericht een keer.';
COMMENT ON COLUMN reply.number_match IS 'HMAC van het nummer, om berichten van een nummer te tellen; leeg na het wissen van de zaak.';
COMMENT ON COLUMN reply.suggested IS 'Zaken waar het bericht bij kan horen; een mens beslist.';
COMMENT ON COLUMN reply.asked_at IS 'Wanneer vanzelf is gevraagd om welke zaak het gaat.';
