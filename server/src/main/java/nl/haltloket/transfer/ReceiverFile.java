package nl.haltloket.transfer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.haltloket.crypto.P256;
import nl.haltloket.dossier.DossierSchema;
import nl.haltloket.json.Fields;
import nl.haltloket.json.FileProblem;

/**
 * Who gets what: {@code receivers.json} of the configuration, as {@code config/schema/receivers.schema.json} describes it.
 *
 * @param version day on which the file was made
 */
public record ReceiverFile(String version, List<Entry> receivers) {
    /** Name of the file in the configuration. */
    public static final String NAME = "receivers.json";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{87}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]{1,60}\\.pem");
    private static final int RECEIVERS_MAX = 20;
    private static final int NAME_LENGTH_MAX = 80;
    private static final int URL_LENGTH_MAX = 300;
    private static final int FIELDS_MAX = 500;
    private static final int ORGANISATIONS_MAX = 50;

    /**
     * A receiver of the file.
     *
     * @param peer where it is and what its keys are; empty for one that the drill runs itself
     * @param sourceTitle on what its list of fields rests
     */
    public record Entry(
            String id,
            ReceiverKind kind,
            String name,
            Optional<Peer> peer,
            Set<String> organisations,
            FieldList fields,
            FieldList returnedFields,
            String sourceTitle,
            String sourceUrl) {

        /** As a receiver that is reached so. */
        public Receiver at(Peer there) {
            return new Receiver(
                    id,
                    kind,
                    name,
                    there.url(),
                    there.sealKey(),
                    there.receiptKey(),
                    there.trust(),
                    organisations,
                    fields,
                    returnedFields);
        }
    }

    /** Where a receiver is, what to seal to, what verifies its receipts, and which authority to trust. */
    public record Peer(URI url, byte[] sealKey, PublicKey receiptKey, Optional<Path> trust) {}

    /** Reads the file of a configuration; {@link FileProblem.Found} with everything that is wrong. Blocks. */
    public static ReceiverFile read(Path configuration) {
        try {
            return parse(Files.readAllBytes(configuration.resolve(NAME)), configuration);
        } catch (IOException e) {
            throw new FileProblem.Found(List.of(new FileProblem(NAME, 0, "Dit bestand is er niet, of niet te lezen.")));
        }
    }

    static ReceiverFile parse(byte[] utf8, Path configuration) {
        return Fields.read(NAME, utf8, fields -> file(fields, configuration));
    }

    private static ReceiverFile file(Fields fields, Path configuration) {
        Fields only = fields.only("$schema", "version", "receivers");
        Set<String> known = DossierSchema.get().leaves();
        Set<String> ids = new HashSet<>();
        return new ReceiverFile(
                only.text("version", DAY, "een dag als 2026-11-22"),
                only.objects("receivers", 0, RECEIVERS_MAX).stream()
                        .map(each -> entry(each, configuration, known, ids))
                        .toList());
    }

    private static Entry entry(Fields fields, Path configuration, Set<String> known, Set<String> ids) {
        Fields only = fields.only(
                "id",
                "kind",
                "name",
                "drill",
                "url",
                "sealKey",
                "receiptKey",
                "authority",
                "organisations",
                "fields",
                "returnedFields",
                "source");
        String id = only.text("id", ID, "een kenmerk van kleine letters, cijfers en streepjes");
        if (!ids.add(id)) {
            only.problemAt("id", "%s staat er al in.".formatted(id));
        }
        ReceiverKind kind = only.choice("kind", ReceiverKind.class);
        Fields source = only.object("source").only("title", "url");
        return new Entry(
                id,
                kind,
                only.text("name", NAME_LENGTH_MAX),
                peer(only, configuration),
                organisations(only, kind),
                pointers(only, "fields", 1, known),
                returned(only, kind, known),
                source.text("title", URL_LENGTH_MAX),
                source.text("url", URL_LENGTH_MAX));
    }

    private static Optional<Peer> peer(Fields fields, Path configuration) {
        if (fields.flag("drill")) {
            for (String name : List.of("url", "sealKey", "receiptKey", "authority")) {
                if (fields.has(name)) {
                    fields.problemAt(name, "De oefening maakt dit zelf: laat %s weg.".formatted(name));
                }
            }
            return Optional.empty();
        }
        URI url = https(fields);
        Optional<PublicKey> sealKey = key(fields, "sealKey");
        Optional<PublicKey> receiptKey = key(fields, "receiptKey");
        Optional<Path> authority = fields.optional("authority", each -> authority(each, configuration));
        return sealKey.flatMap(seal -> receiptKey.map(receipt -> new Peer(url, P256.point(seal), receipt, authority)));
    }

    /** A file beside this one. */
    private static Path authority(Fields fields, Path configuration) {
        String name = fields.text("authority", FILE, "de naam van een bestand op .pem");
        Path file = configuration.resolve(FILE.matcher(name).matches() ? name : NAME);
        if (!Files.isReadable(file)) {
            fields.problemAt("authority", "Het bestand %s is er niet, of niet te lezen.".formatted(name));
        }
        return file;
    }

    private static URI https(Fields fields) {
        String text = fields.text("url", URL_LENGTH_MAX);
        try {
            URI url = URI.create(text);
            if (fields.has("url") && (!"https".equals(url.getScheme()) || url.getHost() == null)) {
                fields.problemAt("url", "url moet een adres zijn dat met https:// begint.");
            }
            return url;
        } catch (IllegalArgumentException e) {
            fields.problemAt("url", "url is geen adres.");
            return URI.create("https://localhost");
        }
    }

    private static Optional<PublicKey> key(Fields fields, String name) {
        String text = fields.text(name, KEY, "een punt van P-256: 65 bytes in base64url");
        if (!KEY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(P256.publicKey(Base64.getUrlDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            fields.problemAt(name, "%s is geen punt van P-256.".formatted(name));
            return Optional.empty();
        }
    }

    private static Set<String> organisations(Fields fields, ReceiverKind kind) {
        if (kind == ReceiverKind.HALT_CASE_SYSTEM) {
            if (fields.has("organisations")) {
                fields.problemAt("organisations", "Alleen een ontvanger voor verwijzers heeft organisations.");
            }
            return Set.of();
        }
        return new LinkedHashSet<>(fields.texts("organisations", 1, ORGANISATIONS_MAX, NAME_LENGTH_MAX));
    }

    private static FieldList returned(Fields fields, ReceiverKind kind, Set<String> known) {
        if (!fields.has("returnedFields")) {
            return new FieldList(Set.of());
        }
        if (kind == ReceiverKind.REFERRER) {
            fields.problemAt("returnedFields", "Een ontvanger voor verwijzers heeft alleen fields.");
        }
        return pointers(fields, "returnedFields", 0, known);
    }

    /** Every field by itself: a group would let out what is added to it later. */
    private static FieldList pointers(Fields fields, String name, int min, Set<String> known) {
        Set<String> pointers = new LinkedHashSet<>();
        List<String> listed = fields.texts(name, min, FIELDS_MAX, URL_LENGTH_MAX);
        for (int i = 0; i < listed.size(); i++) {
            String pointer = listed.get(i);
            if (!known.contains(pointer)) {
                boolean group = known.stream().anyMatch(leaf -> leaf.startsWith(pointer + "/"));
                fields.problemAt(
                        name + "/" + i,
                        group
                                ? "%s is een groep. Noem elk veld apart.".formatted(pointer)
                                : "Dit veld heeft het dossier niet: %s.".formatted(pointer));
            } else if (!pointers.add(pointer)) {
                fields.problemAt(name + "/" + i, "%s staat er al in.".formatted(pointer));
            }
        }
        return new FieldList(pointers);
    }
}
