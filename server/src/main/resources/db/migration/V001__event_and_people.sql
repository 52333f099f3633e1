-- Het evenement, wie er werkt, welke toestellen meedoen, en de keten van het logboek.

CREATE TABLE pop_up_event (
  id            uuid PRIMARY KEY,
  definition    jsonb NOT NULL,
  seeded_at     timestamptz NOT NULL
);
COMMENT ON TABLE pop_up_event IS 'Het evenement zoals het uit het bestand is gelezen; geen persoonsgegevens van jongeren.';

CREATE TABLE worker (
  id            uuid PRIMARY KEY,
  event_id      uuid NOT NULL REFERENCES pop_up_event,
  login         text NOT NULL,
  display_name  text NOT NULL,
  roles         text[] NOT NULL,
  password_hash text NOT NULL,
  CONSTRAINT u_worker_login UNIQUE (event_id, login)
);

CREATE TABLE invitation (
  id          uuid PRIMARY KEY,
  event_id    uuid NOT NULL REFERENCES pop_up_event,
  token_match bytea NOT NULL,
  profile     text NOT NULL,
  referrer_id text,
  created_at  timestamptz NOT NULL,
  created_by  uuid REFERENCES worker,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  CONSTRAINT u_invitation_token UNIQUE (token_match)
);
COMMENT ON COLUMN invitation.token_match IS 'HMAC van de aanmeldcode; de code zelf wordt niet bewaard.';

CREATE TABLE device (
  id          uuid PRIMARY KEY,
  event_id    uuid NOT NULL REFERENCES pop_up_event,
  profile     text NOT NULL,
  label       text NOT NULL,
  referrer_id text,
  public_key  bytea NOT NULL,
  enrolled_at timestamptz NOT NULL,
  revoked_at  timestamptz
);
CREATE INDEX i_device_event ON device (event_id, enrolled_at DESC);

CREATE TABLE worker_session (
  id         uuid PRIMARY KEY,
  device_id  uuid NOT NULL REFERENCES device,
  worker_id  uuid NOT NULL REFERENCES worker,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz
);
CREATE UNIQUE INDEX u_worker_session_open ON worker_session (device_id) WHERE ended_at IS NULL;

CREATE TABLE command (
  id         uuid PRIMARY KEY,
  device_id  uuid NOT NULL REFERENCES device,
  body_match bytea NOT NULL,
  answer     jsonb NOT NULL,
  at         timestamptz NOT NULL
);
COMMENT ON TABLE command IS 'Elke opdracht eenmaal: dezelfde opdracht krijgt altijd hetzelfde antwoord.';

CREATE TABLE audit_chain (
  event_id uuid PRIMARY KEY REFERENCES pop_up_event,
  seq      bigint NOT NULL,
  head     bytea NOT NULL
);

CREATE TABLE audit_entry (
  event_id    uuid NOT NULL REFERENCES audit_chain,
  seq         bigint NOT NULL,
  at          timestamptz NOT NULL,
  action      text NOT NULL,
  subject     text NOT NULL,
  actor       text NOT NULL,
  purpose     text NOT NULL,
  legal_basis text NOT NULL,
  facts       text NOT NULL,
  previous    bytea NOT NULL,
  hash        bytea NOT NULL,
  PRIMARY KEY (event_id, seq)
);
COMMENT ON TABLE audit_entry IS 'Keten per evenement; elke regel draagt de vingerafdruk van de vorige. Geen namen.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE case_key (
  case_id uuid PRIMARY KEY,
  wrapped bytea NOT NULL
);
COMMENT ON TABLE case_key IS 'Sleutel per zaak, ingepakt door de evenementsleutel. Rij weg = zaak onleesbaar.';
