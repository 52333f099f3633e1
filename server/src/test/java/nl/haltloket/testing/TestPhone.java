package nl.haltloket.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import java.util.Base64;
import java.util.UUID;
import nl.haltloket.web.Profile;

/** A referrer's phone, enrolled, that hands juveniles over. */
public final class TestPhone {
    private final TestDevice device;

    public TestPhone(Loket loket) {
        this(TestDevice.enrolled(loket, Profile.VERWIJZER));
    }

    public TestPhone(TestDevice enrolled) {
        device = enrolled;
    }

    public TestDevice device() {
        return device;
    }

    /** A right envelope of this phone under a fresh id. */
    public TestEnvelope envelope() {
        return new TestEnvelope(TestDevice.newId(), kioskId(), device.id());
    }

    /** The bytes that this phone sends for it. */
    public byte[] seal(TestEnvelope envelope) {
        return envelope.sealed(device.keys(), sealKey());
    }

    /** Hands over. */
    public Reply submit(TestEnvelope envelope) {
        return submit(seal(envelope));
    }

    /** Sends these bytes. */
    public Reply submit(byte[] sealed) {
        return TestApp.await(post(sealed));
    }

    /** As {@link #submit(byte[])}, without waiting. */
    public Future<Reply> post(byte[] sealed) {
        return device.sendBytes("/handovers", sealed);
    }

    /** Hands over a right envelope; gives its id. */
    @CanIgnoreReturnValue
    public UUID handOver() {
        TestEnvelope envelope = envelope();
        submit(envelope).expect(201);
        return envelope.id();
    }

    public UUID kioskId() {
        return UUID.fromString(device.mandate().getString("kioskId"));
    }

    public byte[] sealKey() {
        return Base64.getUrlDecoder().decode(device.mandate().getString("sealKey"));
    }
}
