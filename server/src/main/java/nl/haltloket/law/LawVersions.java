package nl.haltloket.law;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.db.Database;
import nl.haltloket.json.FileProblem;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** The versions that are there, for who wants to read them or what was judged by them. */
final class LawVersions {
    private final Database database;
    private final LawService law;
    private final LawRepository versions = new LawRepository();

    LawVersions(Database database, LawService law) {
        this.database = database;
        this.law = law;
    }

    /** Who looked at the rules, and at how many. */
    record Reviewer(String by, @Nullable String reviewedOn, int rules) {}

    /** A version of the law or of the event. */
    record Listed(
            String version,
            boolean inForce,
            Instant madeAt,
            Instant acceptedAt,
            String acceptedBy,
            String signer,
            String signedBy,
            String sha256,
            @Nullable Integer rules,
            @Nullable Integer reviewed,
            @Nullable List<Reviewer> reviewers) {}

    /** Everything there is, newest first, and what was refused at the last start. */
    record Overview(String inForce, List<Listed> versions, List<Listed> events, List<FileProblem> problems) {}

    /** Both files of a version, byte for byte, in one JSON object. */
    record Both(Buffer json, String hash) {}

    Future<Overview> overview() {
        InForce now = law.inForce();
        String event = now.event().id().toString();
        return database.inTransaction(tx -> versions.list(tx, LawVersion.Kind.RULES, "")
                .compose(rules -> versions.list(tx, LawVersion.Kind.EVENT, event)
                        .map(events -> new Overview(
                                now.law().rules().version(),
                                rules.stream().map(each -> rules(each, now)).toList(),
                                events.stream()
                                        .map(each -> listed(
                                                each,
                                                each.version()
                                                        .equals(now.event().version()),
                                                null))
                                        .toList(),
                                law.problems()))));
    }

    /** The rules and offences of a version. */
    Future<Both> both(String version) {
        return database.inTransaction(tx -> versions.find(tx, LawVersion.Kind.RULES, "", version)
                .compose(rules -> versions.find(tx, LawVersion.Kind.OFFENCES, "", version)
                        .map(offences -> both(version, rules, offences))));
    }

    private static Both both(String version, List<LawVersion> rules, List<LawVersion> offences) {
        if (rules.isEmpty() || offences.isEmpty()) {
            throw Refusal.notFound("rules.unknown", "Deze versie van de regels is hier niet bekend.");
        }
        LawVersion rule = rules.getFirst();
        Map<String, byte[]> files = LawShelf.pair(rule, offences);
        Buffer json = Buffer.buffer("{\"version\":\"" + version + "\",\"rules\":")
                .appendBytes(rule.content())
                .appendString(",\"offences\":")
                .appendBytes(files.get(Bundle.OFFENCES))
                .appendString("}");
        return new Both(json, rule.hash() + "-" + offences.getFirst().hash().substring(0, 16));
    }

    private static Listed rules(LawVersion version, InForce now) {
        return listed(version, version.version().equals(now.law().rules().version()), reviews(version.content()));
    }

    private record Reviews(int rules, List<Reviewer> reviewers) {}

    /** A version that only an older server could read has rules all the same. */
    private static Reviews reviews(byte[] content) {
        JsonArray rules = new JsonObject(Buffer.buffer(content)).getJsonArray("rules", new JsonArray());
        Map<String, Reviewer> reviewers = new TreeMap<>();
        for (Object each : rules) {
            JsonObject rule = (JsonObject) each;
            String by = rule.getString("reviewedBy");
            if (by != null) {
                Reviewer one = new Reviewer(by, rule.getString("reviewedOn"), 1);
                reviewers.merge(
                        by, one, (a, _) -> new Reviewer(by, later(a.reviewedOn(), one.reviewedOn()), a.rules() + 1));
            }
        }
        return new Reviews(rules.size(), List.copyOf(reviewers.values()));
    }

    private static @Nullable String later(@Nullable String one, @Nullable String other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    private static Listed listed(LawVersion version, boolean inForce, @Nullable Reviews reviews) {
        Optional<Reviews> known = Optional.ofNullable(reviews);
        return new Listed(
                version.version(),
                inForce,
                version.madeAt(),
                version.acceptedAt(),
                version.acceptedBy(),
                version.signer(),
                version.signedBy(),
                version.hash(),
                known.map(Reviews::rules).orElse(null),
                known.map(all -> all.reviewers().stream()
                                .mapToInt(Reviewer::rules)
                                .sum())
                        .orElse(null),
                known.map(Reviews::reviewers).orElse(null));
    }
}
