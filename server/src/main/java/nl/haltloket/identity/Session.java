package nl.haltloket.identity;

import java.time.Instant;
import java.util.UUID;
import nl.haltloket.web.Caller;

/**
 * A worker who signed in on a device and did not sign out. Several may be there at one tablet; at most one is open, the
 * others are locked until their PIN.
 *
 * @param opensByPin false when a password is needed: no PIN chosen yet, or too many wrong ones
 * @param hasPin whether the worker chose a PIN
 * @param passwordOneTime whether the worker must first choose a password of their own
 */
record Session(
        UUID id,
        Caller.Worker worker,
        Instant startedAt,
        boolean locked,
        boolean opensByPin,
        boolean hasPin,
        boolean passwordOneTime) {}
