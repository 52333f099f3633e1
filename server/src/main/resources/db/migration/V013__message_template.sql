-- De teksten voor ouders: elke versie naast de andere, en bij elk bericht welke versie het was.

CREATE TABLE message_template (
  id         text NOT NULL CHECK (id IN
    ('BRIDGE', 'NOT_REACHED', 'APPOINTMENT', 'WHICH_CASE', 'REPLY_RECEIVED', 'PROBE')),
  language   text NOT NULL CHECK (language IN ('nl', 'en', 'de', 'fr', 'pl', 'tr', 'ar', 'uk')),
  version    integer NOT NULL CHECK (version > 0),
  text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  source     text NOT NULL CHECK (source IN ('FILE', 'EDITED')),
  made_at    timestamptz NOT NULL,
  made_by    text,
  made_by_id uuid,
  state      text NOT NULL CHECK (state IN ('DRAFT', 'SIGNED')),
  signed_at  timestamptz,
  signed_by  text,
  PRIMARY KEY (id, language, version),
  CONSTRAINT c_message_template_made CHECK ((source = 'EDITED') = (made_by IS NOT NULL AND made_by_id IS NOT NULL)),
  CONSTRAINT c_message_template_signed CHECK ((state = 'SIGNED') = (signed_at IS NOT NULL AND signed_by IS NOT NULL))
);
COMMENT ON TABLE message_template IS 'Een versie verandert nooit, zij wordt alleen ondertekend. Zonder handtekening wordt zij niet verstuurd.';
COMMENT ON COLUMN message_template.made_by IS 'Naam van de medewerker; leeg bij een tekst uit het bestand.';

ALTER TABLE outbox
  ADD COLUMN template          text,
  ADD COLUMN template_language text,
  ADD COLUMN template_version  integer,
  ADD COLUMN abroad            boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT c_outbox_template CHECK (num_nulls(template, template_language, template_version) IN (0, 3));
COMMENT ON COLUMN outbox.template IS 'Welke tekst het was: bewijs van wat de ouder kon lezen, ook nadat de zaak is gewist.';
COMMENT ON COLUMN outbox.abroad IS 'Het nummer is niet Nederlands; voor de grens per dag.';
CREATE INDEX i_outbox_number ON outbox (number_match, enqueued_at);
CREATE INDEX i_outbox_enqueued ON outbox (enqueued_at);

CREATE TABLE text_refusal (
  guardian_id uuid PRIMARY KEY REFERENCES guardian ON DELETE CASCADE,
  template    text NOT NULL,
  code        text NOT NULL,
  sentence    text NOT NULL,
  at          timestamptz NOT NULL
);
COMMENT ON TABLE text_refusal IS 'Waarom de laatste sms aan deze ouder niet is verstuurd. Geen persoonsgegevens.';
