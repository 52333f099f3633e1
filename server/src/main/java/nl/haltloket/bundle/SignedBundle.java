package nl.haltloket.bundle;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;
import nl.haltloket.crypto.Cose;
import nl.haltloket.refusal.Refusal;

/**
 * A bundle as a file: one COSE_Sign1 (RFC 9052) with ES256 over deterministic CBOR (RFC 8949). What is not signed by an
 * office of the trust files is refused before anything of it is read.
 */
public final class SignedBundle {
    /** Largest bundle, in bytes. */
    public static final int BYTES_MAX = 1 << 20;

    private SignedBundle() {}

    /**
     * A bundle that may be believed.
     *
     * @param signer who signed it
     */
    public record Verified(Bundle bundle, Trust.Signer signer) {}

    /** Signs, in the name of the public key that belongs to the private one. */
    public static byte[] sign(Bundle bundle, PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        byte[] signed = Cose.signAs(HexFormat.of().parseHex(Trust.fingerprint(publicKey)), key, bundle.encode());
        if (signed.length > BYTES_MAX) {
            throw tooLarge();
        }
        return signed;
    }

    /** Opens a bundle; refused with the reason when it cannot be believed or holds what is not known here. */
    public static Verified verify(byte[] signed, Trust trust) {
        if (signed.length > BYTES_MAX) {
            throw tooLarge();
        }
        try {
            Cose.Sign1 sign1 = Cose.decode(signed);
            Trust.Signer signer = signer(sign1, trust);
            if (!sign1.verifiedBy(signer.key())) {
                throw Refusal.invalid(
                        "bundle.changed",
                        "Dit pakket is na het tekenen veranderd of beschadigd. Vraag het kantoor om een nieuw pakket.");
            }
            return new Verified(known(Bundle.decode(sign1.payload())), signer);
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw Refusal.invalid("bundle.unreadable", "Dit is geen pakket van Halt-loket, of het is beschadigd.");
        }
    }

    private static Trust.Signer signer(Cose.Sign1 sign1, Trust trust) throws IOException {
        String fingerprint = HexFormat.of().formatHex(sign1.keyIdBytes());
        Optional<Trust.Signer> signer = trust.find(fingerprint);
        return signer.orElseThrow(() -> Refusal.invalid(
                "bundle.stranger",
                "Dit pakket is niet getekend door een kantoor dat dit loket vertrouwt (sleutel %s…)."
                        .formatted(fingerprint.substring(0, Math.min(16, fingerprint.length())))));
    }

    private static Bundle known(Bundle bundle) {
        for (String name : bundle.files().keySet()) {
            if (!Bundle.NAMES.contains(name)) {
                throw Refusal.invalid(
                        "bundle.unknown-file",
                        "In dit pakket zit een bestand dat dit loket niet kent: %s.".formatted(shown(name)));
            }
        }
        boolean law = bundle.files().containsKey(Bundle.RULES);
        if (law != bundle.files().containsKey(Bundle.OFFENCES)) {
            throw Refusal.invalid(
                    "bundle.half-law",
                    "rules.json en halt-feiten.json horen samen in een pakket; er zit er maar een in.");
        }
        if (bundle.files().isEmpty()
                || (bundle.kind() == Bundle.Kind.EVENT) != bundle.files().containsKey(Bundle.EVENT)) {
            throw Refusal.invalid("bundle.contents", "Wat in dit pakket zit past niet bij de soort die het noemt.");
        }
        return bundle;
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "?");
        return plain.substring(0, Math.min(40, plain.length()));
    }

    private static Refusal tooLarge() {
        return Refusal.invalid("bundle.too-large", "Dit pakket is groter dan 1 MB. Zo groot is geen goed pakket.");
    }
}
