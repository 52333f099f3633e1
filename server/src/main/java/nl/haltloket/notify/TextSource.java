package nl.haltloket.notify;

/**
 * Which text a message was made of, kept with it as proof of what the receiver could read.
 *
 * @param template such as {@code BRIDGE}
 * @param language BCP 47, the language that it went in
 * @param version from 1
 */
public record TextSource(String template, String language, int version) {}
