package nl.haltloket.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.haltloket.eligibility.Offences;
import nl.haltloket.identity.WorkerSeed;
import nl.haltloket.json.Fields;
import nl.haltloket.web.Role;
import org.jspecify.annotations.Nullable;

/** Reads the file of an event, and says of everything in it that cannot be so where it stands and why. */
final class EventReader {
    /** Ids travel in every handover, which must fit in one QR code. */
    private static final Pattern MANDATE_ID = Pattern.compile("[a-z0-9-]{1,16}");

    private static final Pattern OFFENCE_ID = Pattern.compile("[a-z0-9-]{1,16}");
    private static final Pattern REFERRER_ID = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MUNICIPALITY = Pattern.compile("\\d{4}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
    private static final Pattern DOMAIN = Pattern.compile("I|II|III|IV|V|VI");
    private static final Pattern PHONE = Pattern.compile("112|\\+?\\d(?:[ -]?\\d){6,14}");
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int NAME = 80;
    private static final int DRILL_HOURS_MAX = 72;
    private static final int REFERRERS_MAX = 200;
    private static final int OFFENCES_MAX = 60;
    private static final int WORKERS_MAX = 100;
    private static final int PLACES_MAX = 30;

    private final @Nullable Offences known;

    EventReader(@Nullable Offences known) {
        this.known = known;
    }

    EventFile event(Fields fields) {
        Fields all = fields.only(
                "$schema",
                "version",
                "id",
                "name",
                "place",
                "host",
                "hours",
                "startsAt",
                "endsAt",
                "numbers",
                "mandate",
                "workers");
        int hours = all.optional("hours", has -> has.number("hours", 1, DRILL_HOURS_MAX))
                .orElse(0);
        boolean drill = all.has("hours");
        Instant startsAt = drill ? absent(all, "startsAt") : all.instant("startsAt");
        Instant endsAt = drill ? absent(all, "endsAt") : all.instant("endsAt");
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt) && all.has("endsAt")) {
            all.problemAt("endsAt", "endsAt moet na startsAt liggen.");
        }
        Fields mandate = mandate(all);
        LocalDate from = drill ? absentDay(mandate, "from") : mandate.date("from");
        LocalDate to = drill ? absentDay(mandate, "to") : mandate.date("to");
        checkPeriod(mandate, from, to);
        return new EventFile(
                all.text("version", VERSION, "een dag als 2026-11-22"),
                id(all),
                all.text("name", NAME),
                all.text("place", NAME),
                all.text("host", HOST, "een naam als loket.voorbeeld.nl, zonder https:// en zonder poort"),
                hours,
                startsAt,
                endsAt,
                mandate.text("id", MANDATE_ID, "1 tot 16 kleine letters, cijfers en streepjes"),
                municipality(mandate.object("municipality")),
                mandate.text("apvVersion", NAME),
                mandate.text("projectplanRef", NAME),
                approvals(mandate, from),
                from,
                to,
                area(mandate.object("area")),
                numbers(all.object("numbers")),
                referrers(mandate),
                offences(mandate),
                workers(all));
    }

    private static Fields mandate(Fields all) {
        return all.object("mandate")
                .only(
                        "id",
                        "municipality",
                        "apvVersion",
                        "projectplanRef",
                        "approvals",
                        "from",
                        "to",
                        "area",
                        "referrers",
                        "offences");
    }

    private static @Nullable Instant absent(Fields fields, String name) {
        LocalDate _ = absentDay(fields, name);
        return null;
    }

    private static @Nullable LocalDate absentDay(Fields fields, String name) {
        if (fields.has(name)) {
            fields.problemAt(name, "Een oefening heeft hours en daarom geen %s.".formatted(name));
        }
        return null;
    }

    /** A project of more than a year needs another decision. */
    private static void checkPeriod(Fields mandate, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null || !mandate.has("from") || !mandate.has("to")) {
            return;
        }
        if (!from.isBefore(to)) {
            mandate.problemAt("to", "to moet na from liggen; to is de eerste dag waarop het mandaat niet meer geldt.");
        } else if (to.isAfter(from.plusYears(1))) {
            mandate.problemAt(
                    "to",
                    "Een mandaat geldt ten hoogste een jaar: van %s tot uiterlijk %s."
                            .formatted(from, from.plusYears(1)));
        }
    }

    private static UUID id(Fields all) {
        String text = all.text("id", UUID_FORM, "een UUID in kleine letters");
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : NOBODY;
    }

    private static MandateTerms.Municipality municipality(Fields fields) {
        Fields both = fields.only("name", "code");
        return new MandateTerms.Municipality(
                both.text("name", NAME), both.text("code", MUNICIPALITY, "de CBS-code van vier cijfers"));
    }

    private static MandateTerms.Approvals approvals(Fields mandate, @Nullable LocalDate from) {
        Fields all = mandate.object("approvals").only("prosecutor", "police", "mayor");
        return new MandateTerms.Approvals(
                approval(all, "prosecutor", from), approval(all, "police", from), approval(all, "mayor", from));
    }

    private static MandateTerms.Approval approval(Fields all, String by, @Nullable LocalDate from) {
        Fields fields = all.object(by);
        if (!all.has(by)) {
            return new MandateTerms.Approval("", "", LocalDate.EPOCH);
        }
        Fields given = fields.only("office", "reference", "date");
        LocalDate date = given.date("date");
        if (from != null && date.isAfter(from)) {
            given.problemAt("date", "De goedkeuring is van na het begin van het mandaat (%s).".formatted(from));
        }
        return new MandateTerms.Approval(given.text("office", NAME), given.text("reference", NAME), date);
    }

    private static MandateTerms.Area area(Fields fields) {
        Fields both = fields.only("name", "places");
        return new MandateTerms.Area(both.text("name", NAME), both.texts("places", 1, PLACES_MAX, NAME));
    }

    private static MandateTerms.Numbers numbers(Fields fields) {
        Fields all =
                fields.only("desk", "police", "firstAid", "emergency", "zsm", "neighbourhood", "care", "interpreter");
        return new MandateTerms.Numbers(
                phone(all, "desk"),
                phone(all, "police"),
                phone(all, "firstAid"),
                phone(all, "emergency"),
                phone(all, "zsm"),
                phone(all, "neighbourhood"),
                phone(all, "care"),
                all.optional("interpreter", has -> phone(has, "interpreter")).orElse(null));
    }

    private static String phone(Fields fields, String name) {
        return fields.text(name, PHONE, "een telefoonnummer als 088 123 45 67 of 112");
    }

    private static List<Event.Referrer> referrers(Fields mandate) {
        Set<String> seen = new HashSet<>();
        List<Event.Referrer> referrers = new ArrayList<>();
        for (Fields each : mandate.objects("referrers", 1, REFERRERS_MAX)) {
            Fields all = each.only("id", "kind", "domain", "number", "organisation");
            Event.ReferrerKind kind = all.choice("kind", Event.ReferrerKind.class);
            String domain = all.optional("domain", has -> has.text("domain", DOMAIN, "een domein van I tot en met VI"))
                    .orElse(null);
            if (all.has("kind") && (kind == Event.ReferrerKind.BOA) != (domain != null)) {
                all.problem("Een boa heeft een domein, en een politieambtenaar niet.");
            }
            String id = all.text("id", REFERRER_ID, "1 tot 40 kleine letters, cijfers en streepjes");
            once(all, seen, id, "Deze verwijzer staat er twee keer: %s.");
            referrers.add(new Event.Referrer(id, kind, domain, all.text("number", 20), all.text("organisation", NAME)));
        }
        return List.copyOf(referrers);
    }

    private List<EventFile.NamedOffence> offences(Fields mandate) {
        Set<String> seen = new HashSet<>();
        List<EventFile.NamedOffence> offences = new ArrayList<>();
        for (Fields each : mandate.objects("offences", 1, OFFENCES_MAX)) {
            Fields all = each.only("id", "usual");
            String id = all.text("id", OFFENCE_ID, "1 tot 16 kleine letters, cijfers en streepjes");
            once(all, seen, id, "Dit feit staat er twee keer: %s.");
            if (known != null && OFFENCE_ID.matcher(id).matches() && isUnknown(id, known)) {
                all.problemAt("id", "Dit feit staat niet in halt-feiten.json: %s.".formatted(id));
            }
            offences.add(new EventFile.NamedOffence(id, all.flag("usual")));
        }
        return List.copyOf(offences);
    }

    private static boolean isUnknown(String id, Offences known) {
        return known.offences().stream().noneMatch(offence -> offence.id().equals(id));
    }

    private static List<WorkerSeed> workers(Fields all) {
        Set<String> seen = new HashSet<>();
        List<WorkerSeed> workers = new ArrayList<>();
        for (Fields each : all.objects("workers", 1, WORKERS_MAX)) {
            Fields worker = each.only("login", "name", "roles");
            String login = worker.text("login", NAME);
            once(worker, seen, login, "Deze medewerker staat er twee keer: %s.");
            workers.add(new WorkerSeed(login, worker.text("name", NAME), roles(worker)));
        }
        return List.copyOf(workers);
    }

    private static Set<Role> roles(Fields worker) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : worker.texts("roles", 1, Role.values().length, NAME)) {
            try {
                roles.add(Role.valueOf(role));
            } catch (IllegalArgumentException e) {
                worker.problemAt("roles", "roles moet WORKER en COORDINATOR bevatten, of een van beide.");
            }
        }
        return roles;
    }

    private static void once(Fields fields, Set<String> seen, String id, String sentence) {
        if (!id.isEmpty() && !seen.add(id)) {
            fields.problem(sentence.formatted(id));
        }
    }
}
