package nl.haltloket.web;

import io.vertx.openapi.validation.ValidatorException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in Dutch what of the contract a request does not keep. Which parameter or which field it is stays, being words of
 * the contract; the value itself stays out, it may be personal.
 */
final class ContractFault {
    private static final Pattern PARAMETER = Pattern.compile("(path|query|header|cookie) parameter ([A-Za-z-]{1,60})");
    private static final Pattern FIELD = Pattern.compile("property \"?([A-Za-z][A-Za-z0-9_]{0,59})\"?");
    private static final Map<String, String> PLACES =
            Map.of("path", "het pad", "query", "de vraag in het adres", "header", "de koppen", "cookie", "de cookies");

    private ContractFault() {}

    /** One sentence. */
    static String words(ValidatorException fault) {
        String message = String.valueOf(fault.getMessage());
        String where = where(message);
        return switch (fault.type()) {
            case MISSING_REQUIRED_PARAMETER -> "Er ontbreekt iets%s.".formatted(where);
            case UNSUPPORTED_VALUE_FORMAT -> "Deze vorm kent het contract niet%s.".formatted(where);
            case INVALID_VALUE_FORMAT, ILLEGAL_VALUE -> "Dit is niet te lezen%s.".formatted(where);
            case MISSING_OPERATION, MISSING_RESPONSE -> "Dit staat niet in het contract.";
            case INVALID_VALUE -> "Dit past niet bij het contract%s.".formatted(where);
        };
    }

    private static String where(String message) {
        Matcher parameter = PARAMETER.matcher(message);
        if (parameter.find()) {
            return ": %s in %s".formatted(parameter.group(2), PLACES.get(parameter.group(1)));
        }
        Matcher field = FIELD.matcher(message);
        return field.find() ? ": het veld " + field.group(1) : message.contains("body") ? ": de inhoud" : "";
    }
}
