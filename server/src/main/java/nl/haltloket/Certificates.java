package nl.haltloket;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.DrillCertificates;
import nl.haltloket.web.HttpConfig;

/** The certificate to serve: the one that the configuration names, or the drill's own. */
final class Certificates {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");

    private Certificates() {}

    static CertificateFiles of(HttpConfig http, String host, Path directory, Clock clock) {
        if (http.certificate().isPresent() && http.privateKey().isPresent()) {
            return new CertificateFiles(
                    http.certificate().get(), http.privateKey().get());
        }
        Set<String> names = new LinkedHashSet<>(List.of(host));
        names.addAll(THIS_MACHINE);
        if (!http.address().equals("0.0.0.0")) {
            names.add(http.address());
        }
        return DrillCertificates.ensure(directory, names, clock);
    }
}
