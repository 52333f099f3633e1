package nl.haltloket.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, how it makes a 256-bit key of a passphrase. The parameters stand in the key file, so that a stronger choice
 * later still opens an older file. Slow on purpose: never on the event loop.
 *
 * @param memoryKib memory in KiB
 * @param passes over that memory
 * @param lanes that can be computed side by side
 * @param salt random, 16 bytes
 */
record Argon2(int memoryKib, int passes, int lanes, byte[] salt) {
    static final int SALT_BYTES = 16;

    /** 64 MiB and three passes: RFC 9106, 4, second recommended option, with one lane as OWASP's cheat sheet has it. */
    private static final int MEMORY_KIB = 65_536;

    private static final int PASSES = 3;
    private static final int KEY_BYTES = 32;
    private static final int MEMORY_KIB_MIN = 19_456;
    private static final int MEMORY_KIB_MAX = 131_072;
    private static final int PASSES_MAX = 10;
    private static final int LANES_MAX = 8;

    /** Today's choice. */
    static Argon2 fresh(byte[] salt) {
        return new Argon2(MEMORY_KIB, PASSES, 1, salt);
    }

    /** Refuses parameters that are too weak, or too much for this machine: a changed file must not fill the memory. */
    Argon2 checked() throws GeneralSecurityException {
        boolean fits = memoryKib >= MEMORY_KIB_MIN
                && memoryKib <= MEMORY_KIB_MAX
                && passes >= 1
                && passes <= PASSES_MAX
                && lanes >= 1
                && lanes <= LANES_MAX
                && salt.length >= SALT_BYTES;
        if (!fits) {
            throw new InvalidKeyException("The Argon2 parameters of the key file cannot be right");
        }
        return this;
    }

    byte[] derive(String passphrase) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
