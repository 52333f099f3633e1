package nl.haltloket;

import nl.haltloket.web.HttpConfig;

/** Where phones and tablets find the desk. {@code authority} is the host, with its port unless that is 443. */
record Origin(String authority) {
    private static final int HTTPS = 443;

    Origin(String host, HttpConfig http) {
        this(host + suffix(http.publicPort() == 0 ? http.port() : http.publicPort()));
    }

    String url() {
        return "https://" + authority;
    }

    private static String suffix(int port) {
        return port == HTTPS ? "" : ":" + port;
    }
}
