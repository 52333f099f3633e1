package nl.haltloket.law;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.json.Json;

/**
 * What a believed and good bundle would change, before it does.
 *
 * @param signer the name of the key among the trusted ones
 * @param signedBy SHA-256 of that public key, hexadecimal
 * @param madeAt when the bundle was made
 */
record LawPreview(String signer, String signedBy, Instant madeAt, List<ComingFile> files) {

    /**
     * A file of the bundle.
     *
     * @param known accepted before, as it is
     * @param before the content that holds now
     * @param after the content in the bundle
     */
    record ComingFile(String file, String version, boolean known, Object before, Object after) {}

    /**
     * Beside what holds now.
     *
     * @param coming the versions in the bundle
     * @param fresh those of them that were not accepted before
     * @param now the files that hold, by name
     */
    static LawPreview of(
            SignedBundle.Verified verified, List<LawVersion> coming, List<LawVersion> fresh, Map<String, byte[]> now) {
        return new LawPreview(
                verified.signer().name(),
                verified.signer().fingerprint(),
                verified.bundle().madeAt(),
                coming.stream().map(each -> file(each, fresh, now)).toList());
    }

    private static ComingFile file(LawVersion coming, List<LawVersion> fresh, Map<String, byte[]> now) {
        String name = coming.kind().file();
        boolean known = fresh.stream().noneMatch(each -> each.kind() == coming.kind());
        byte[] before = now.getOrDefault(name, coming.content());
        return new ComingFile(
                name,
                coming.version(),
                known,
                Json.read(before, Object.class),
                Json.read(coming.content(), Object.class));
    }
}
