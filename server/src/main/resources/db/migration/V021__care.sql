-- Zorg en herstel, eigen woorden, ervaringen, tijd per stap, en de vrijwillige school- of wijkinterventie.

CREATE TABLE care_part (
  case_id     uuid NOT NULL REFERENCES case_file,
  part        text NOT NULL,
  version     integer NOT NULL,
  data_sealed bytea NOT NULL,
  saved_at    timestamptz NOT NULL,
  saved_by    uuid NOT NULL REFERENCES worker,
  PRIMARY KEY (case_id, part)
);
COMMENT ON TABLE care_part IS 'Zorg rond een jongere. Niet in de zaak en niet in het dossier; elke inzage staat apart in het logboek.';

CREATE TABLE warm_handover (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES case_file,
  given_at       timestamptz NOT NULL,
  given_by       uuid NOT NULL REFERENCES worker,
  withdrawn_at   timestamptz,
  withdrawn_by   uuid REFERENCES worker,
  details_sealed bytea NOT NULL,
  CONSTRAINT c_warm_handover_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX i_warm_handover_case ON warm_handover (case_id, given_at);
COMMENT ON TABLE warm_handover IS 'Toestemming voor een warme overdracht. Geen rij is geen toestemming.';

CREATE TABLE own_words (
  case_id     uuid PRIMARY KEY REFERENCES case_file,
  version     integer NOT NULL,
  text_sealed bytea NOT NULL,
  saved_at    timestamptz NOT NULL
);
COMMENT ON TABLE own_words IS 'Wat de jongere zelf wil zeggen. Niet over het feit.';

CREATE TABLE experience_given (
  case_id uuid PRIMARY KEY REFERENCES case_file
);
COMMENT ON TABLE experience_given IS 'Dat er antwoord is gegeven, zonder tijd en zonder de antwoorden: zo telt een jongere een keer.';

CREATE TABLE experience_count (
  event_id uuid NOT NULL REFERENCES pop_up_event,
  hour     timestamptz NOT NULL,
  language text NOT NULL,
  question text NOT NULL,
  answer   text NOT NULL,
  given    integer NOT NULL,
  PRIMARY KEY (event_id, hour, language, question, answer)
);
COMMENT ON TABLE experience_count IS 'Alleen aantallen: geen rij hoort bij een jongere.';

CREATE TABLE step_time (
  event_id uuid NOT NULL REFERENCES pop_up_event,
  state    text NOT NULL,
  seconds  integer NOT NULL,
  hour     timestamptz NOT NULL
);
CREATE INDEX i_step_time_event ON step_time (event_id, state);
COMMENT ON TABLE step_time IS 'Hoe lang een zaak in een stand was, zonder welke zaak. Het uur is dat waarin de stand werd verlaten.';

CREATE FUNCTION keep_step_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO step_time (event_id, state, seconds, hour)
  VALUES (OLD.event_id, OLD.state, greatest(0, extract(epoch FROM NEW.state_since - OLD.state_since))::integer,
    date_trunc('hour', NEW.state_since));
  RETURN NULL;
END $$;
CREATE TRIGGER case_file_step_time AFTER UPDATE OF state ON case_file
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state <> 'ERASED') EXECUTE FUNCTION keep_step_time();
COMMENT ON FUNCTION keep_step_time() IS 'Elke weg waarlangs een zaak verandert, telt mee; ook een die later bij komt.';

CREATE TABLE voluntary_case (
  id             uuid PRIMARY KEY,
  event_id       uuid NOT NULL REFERENCES pop_up_event,
  number         integer NOT NULL,
  state          text NOT NULL CHECK (state IN ('OPEN', 'HANDED_OVER', 'STOPPED')),
  version        integer NOT NULL,
  opened_at      timestamptz NOT NULL,
  opened_by      uuid NOT NULL REFERENCES worker,
  exported_at    timestamptz,
  ended_at       timestamptz,
  ended_by       uuid REFERENCES worker,
  details_sealed bytea,
  CONSTRAINT u_voluntary_case_number UNIQUE (event_id, number),
  CONSTRAINT c_voluntary_case_ended CHECK ((state = 'OPEN') = (ended_at IS NULL)),
  CONSTRAINT c_voluntary_case_erased CHECK ((state = 'OPEN') = (details_sealed IS NOT NULL))
);
COMMENT ON TABLE voluntary_case IS 'School- of wijkinterventie: vrijwillig, met een eigen grondslag en een eigen sleutel. Geen gegevens van de politie; wat klaar is, is gewist.';
